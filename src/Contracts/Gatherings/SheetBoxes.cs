using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The boxes of the sheet on which a table writes down what it counts: one for each option.</summary>
public static class SheetBoxes
{
    /// <summary>Whether a question has a sheet, because something is counted.</summary>
    public static bool HasSheet(QuestionKind kind)
    {
        return kind is not (QuestionKind.WarmUp or QuestionKind.Words or QuestionKind.Reflection
            or QuestionKind.QuestionsAndAnswers or QuestionKind.Joining);
    }

    /// <summary>Those of a quiz: its four corners.</summary>
    public static ImmutableArray<string> Quiz { get; } = ["yes", "no", "maybe", "itDepends"];

    /// <summary>Those of thumbs: the three ways to hold one.</summary>
    public static ImmutableArray<string> Thumbs { get; } = ["up", "middle", "down"];

    /// <summary>Those of a mirror question: each step for each hat, one hat after the other.</summary>
    public static ImmutableArray<string> Mirror(int steps)
    {
        return [.. Enum.GetValues<Hat>().SelectMany(hat =>
            Enumerable.Range(1, steps).Select(step => $"{Words<Hat>.Of(hat)}{step}"))];
    }

    /// <summary>The boxes of a question that has a sheet; options have letters.</summary>
    public static ImmutableArray<string> Of(AskQuestion asks) => asks.Kind switch
    {
        QuestionKind.Quiz => Quiz,
        QuestionKind.Thumbs => Thumbs,
        QuestionKind.Vote or QuestionKind.Voices => [.. asks.Options.Select((_, at) => $"{(char)('A' + at)}")],
        QuestionKind.Mirror => Mirror(MirrorTexts.StepsOf(asks).Length),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
