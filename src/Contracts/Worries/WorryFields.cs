namespace PeerNet.Contracts.Worries;

/// <summary>The rules for the fields of a worry.</summary>
public static class WorryFields
{
    /// <summary>What it says, and the answer.</summary>
    public static TextRule Text { get; } = TextRule.SomeLines(4000);
}
