namespace PeerNet.Contracts.Practices;

/// <summary>The rules for the fields of practices.</summary>
public static class PracticeFields
{
    /// <summary>The maximum number of groups that are part of one.</summary>
    public const int MaxGroups = 10;

    /// <summary>The maximum number of groups that say thank you.</summary>
    public const int MaxThanks = 2000;

    /// <summary>The maximum number of those that are listed that everybody can read.</summary>
    public const int MaxListed = 200;

    /// <summary>After how many meetings a group is asked what it has done.</summary>
    public const int MeetingsBeforeAsking = 10;

    /// <summary>What was done, what changed, and what made it hard.</summary>
    public static TextRule Text { get; } = TextRule.SomeLines(1000);
}
