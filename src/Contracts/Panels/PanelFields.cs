using System.Collections.Immutable;

namespace PeerNet.Contracts.Panels;

/// <summary>The rules for the fields of panels.</summary>
public static class PanelFields
{
    /// <summary>The maximum number of groups that hold one.</summary>
    public const int MaxGroups = 4;

    /// <summary>The maximum number of questions.</summary>
    public const int MaxQuestions = 12;

    /// <summary>The maximum number of candidates; each has a letter.</summary>
    public const int MaxCandidates = 8;

    /// <summary>The maximum number of people who show a thumb.</summary>
    public const int MaxPeople = 60;

    /// <summary>How many days ahead one may be.</summary>
    public const int MaxDaysAhead = 366;

    /// <summary>How many days ago one may have been when it is set up.</summary>
    public const int MaxDaysAgo = 31;

    /// <summary>How many months after its day all of it is gone.</summary>
    public const int MonthsKept = 6;

    /// <summary>The maximum number of those of a group that are listed.</summary>
    public const int MaxListed = 100;

    /// <summary>What it is called.</summary>
    public static TextRule Title { get; } = TextRule.Line(120);

    /// <summary>One question.</summary>
    public static TextRule Question { get; } = TextRule.Line(250);

    /// <summary>What would have made it middle.</summary>
    public static TextRule Reason { get; } = TextRule.Line(200);

    /// <summary>What is allowed of the questions, as the detail of a refusal.</summary>
    public static string QuestionsDetail { get; } =
        $"Use 1 to {MaxQuestions} different questions, each with 1 to {Question.Max} characters on one line.";

    /// <summary>What is allowed of the day, as the detail of a refusal.</summary>
    public static string HeldOnDetail { get; } =
        $"Use a day from {MaxDaysAgo} days ago to {MaxDaysAhead} days ahead.";

    /// <summary>What is allowed of the thumbs for one question, as the detail of a refusal.</summary>
    public static string ThumbsDetail { get; } = $"Count 0 to {MaxPeople} thumbs for each question, in all.";

    /// <summary>What is allowed of the reasons, as the detail of a refusal.</summary>
    public static string ReasonsDetail { get; } =
        $"Give no more reasons than thumbs down, each with 1 to {Reason.Max} characters on one line.";

    /// <summary>Whether they are valid questions; capitals do not tell two questions apart.</summary>
    public static bool AreQuestions(ImmutableArray<string> questions)
    {
        return questions is { IsDefault: false, Length: > 0 and <= MaxQuestions }
            && questions.All(text => text is not null && Question.Allows(text))
            && questions.Distinct(StringComparer.OrdinalIgnoreCase).Count() == questions.Length;
    }

    /// <summary>Whether so many people can have shown a thumb.</summary>
    public static bool AreThumbs(CountedThumbs thumbs)
    {
        return AreInRange(thumbs.Up, thumbs.Middle, thumbs.Down)
            && thumbs.Up + thumbs.Middle + thumbs.Down <= MaxPeople;
    }

    /// <summary>Whether they are valid reasons of those whose thumb is down.</summary>
    public static bool AreReasons(CountedThumbs thumbs)
    {
        return !thumbs.Reasons.IsDefault && thumbs.Reasons.Length <= thumbs.Down
            && thumbs.Reasons.All(text => text is not null && Reason.Allows(text));
    }

    // More would not fit into a sum.
    private static bool AreInRange(params ReadOnlySpan<int> counts) =>
        !counts.ContainsAnyExceptInRange(0, MaxPeople);
}
