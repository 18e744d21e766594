namespace PeerNet.Contracts.SupportOffers;

/// <summary>The rules for the fields of offers and of their matches.</summary>
public static class SupportOfferFields
{
    /// <summary>The maximum number of times in a month.</summary>
    public const int MaxTimesAMonth = 31;

    /// <summary>How many days an offer lasts if it does not say.</summary>
    public const int DefaultDays = 90;

    /// <summary>How many days ahead an offer may expire, or a match be arranged for.</summary>
    public const int MaxDays = 366;

    /// <summary>The maximum number of take-ups from one other area that makers here have not answered.</summary>
    public const int MaxUnansweredByArea = 100;

    /// <summary>How many of those that fit are listed.</summary>
    public const int MaxFits = 20;

    /// <summary>What the offer says.</summary>
    public static TextRule Text { get; } = TextRule.Lines(2000);

    /// <summary>Why a coordinator hides it.</summary>
    public static TextRule Reason { get; } = TextRule.SomeLines(500);

    /// <summary>The name to be called in one match.</summary>
    public static TextRule ShownAs { get; } = TextRule.Line(60);

    /// <summary>Where the two meet.</summary>
    public static TextRule Where { get; } = TextRule.Line(250);

    /// <summary>A word about how it went.</summary>
    public static TextRule Words { get; } = TextRule.Lines(1000);
}
