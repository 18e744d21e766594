using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The boxes of the sheet on which a table writes down what it counts: one for each option.</summary>
public static class SheetBoxes
{
    /// <summary>Those of a quiz: its four corners.</summary>
    public static ImmutableArray<string> Quiz { get; } = ["yes", "no", "maybe", "itDepends"];

    /// <summary>Those of thumbs: the three ways to hold one.</summary>
    public static ImmutableArray<string> Thumbs { get; } = ["up", "middle", "down"];

    /// <summary>The boxes of a question; options have letters.</summary>
    public static ImmutableArray<string> Of(AskQuestion asks) => asks.Kind switch
    {
        QuestionKind.Quiz => Quiz,
        QuestionKind.Thumbs => Thumbs,
        QuestionKind.Vote or QuestionKind.Voices => [.. asks.Options.Select((_, at) => $"{(char)('A' + at)}")],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
