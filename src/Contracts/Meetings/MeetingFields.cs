namespace PeerNet.Contracts.Meetings;

/// <summary>The rules for the texts of a meeting.</summary>
public static class MeetingFields
{
    /// <summary>What a meeting is called.</summary>
    public static TextRule Title { get; } = TextRule.Line(120);

    /// <summary>The note for the group.</summary>
    public static TextRule Notes { get; } = TextRule.Lines(4000);

    /// <summary>The reason for a correction.</summary>
    public static TextRule Why { get; } = TextRule.SomeLines(500);

    /// <summary>The reason for a cancellation, or details of why a meeting did not happen.</summary>
    public static TextRule Reason { get; } = TextRule.Lines(500);
}
