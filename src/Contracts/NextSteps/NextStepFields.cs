namespace PeerNet.Contracts.NextSteps;

/// <summary>The rules for the fields of next steps.</summary>
public static class NextStepFields
{
    /// <summary>The maximum number of groups that one is for.</summary>
    public const int MaxGroups = 10;

    /// <summary>The maximum number of things that can be said about one.</summary>
    public const int MaxEntries = 200;

    /// <summary>The maximum number of news among them.</summary>
    public const int MaxNews = 100;

    /// <summary>The maximum number of unfinished ones in a list.</summary>
    public const int MaxListed = 500;

    /// <summary>How many days ahead its day may be.</summary>
    public const int MaxDays = 731;

    /// <summary>How many days ago its day may be, when it is written down.</summary>
    public const int MaxDaysAgo = 366;

    /// <summary>After how many days without a word one is stuck.</summary>
    public const int SilentDays = 60;

    /// <summary>The maximum number of groups that like one.</summary>
    public const int MaxLikes = 500;

    /// <summary>After how many days one that groups like asks for an owner.</summary>
    public const int DaysToOwner = 14;

    /// <summary>What is to be done.</summary>
    public static TextRule Text { get; } = TextRule.SomeLines(500);

    /// <summary>The same once names are taken out of it: what replaces a name can be longer than the name.</summary>
    public static TextRule Said { get; } = TakenOut.LeftOf(Text);

    /// <summary>What has moved.</summary>
    public static TextRule News { get; } = TextRule.SomeLines(1000);

    /// <summary>Why it is dropped.</summary>
    public static TextRule Reason { get; } = TextRule.SomeLines(500);
}
