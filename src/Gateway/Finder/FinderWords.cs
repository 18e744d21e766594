namespace PeerNet.Gateway.Finder;

/// <summary>How the finder's page names what can be asked for, in English; keys of the translations.</summary>
internal static class FinderWords
{
    /// <summary>The weekdays, by their words in a query.</summary>
    public static IReadOnlyList<(string Value, string Text)> Days { get; } =
    [
        ("mon", "Monday"), ("tue", "Tuesday"), ("wed", "Wednesday"), ("thu", "Thursday"), ("fri", "Friday"),
        ("sat", "Saturday"), ("sun", "Sunday"),
    ];

    /// <summary>The parts of the day.</summary>
    public static IReadOnlyList<(string Value, string Text)> Parts { get; } =
        [("morning", "Morning"), ("afternoon", "Afternoon"), ("evening", "Evening")];

    /// <summary>Where people are; a group that meets in both ways suits either answer.</summary>
    public static IReadOnlyList<(string Value, string Text)> Formats { get; } =
        [("inPerson,hybrid", "In person"), ("online,hybrid", "Online")];

    /// <summary>How far away, in kilometres.</summary>
    public static IReadOnlyList<(string Value, string Text)> Distances { get; } =
        [("", "Any distance"), ("5", "Up to 3 miles"), ("8", "Up to 5 miles"), ("16", "Up to 10 miles")];

    /// <summary>What a condition is about that only a link can ask for.</summary>
    public static string Of(string parameter) => parameter switch
    {
        "notDay" => "not on {0}",
        "notPart" => "not in the {0}",
        "startsAfter" => "from {0}",
        "startsBefore" => "before {0}",
        "endsBefore" => "over by {0}",
        "minMinutes" => "at least {0} minutes",
        "maxMinutes" => "up to {0} minutes",
        "within" => "in the next {0} days",
        "withinKm" => "up to {0} kilometres away",
        "for" => "for {0}",
        "topic" => "about {0}",
        "town" => "in {0}",
        "language" => "language: {0}",
        "status" => "status: {0}",
        "notTopic" => "not about {0}",
        "notFor" => "not for {0}",
        _ => "not: {0}",
    };
}
