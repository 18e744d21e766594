using System.Collections.Immutable;

namespace PeerNet.Contracts.Panels;

/// <summary>
/// How the panel judged the answers of one candidate: the body of PUT panels/{id}/candidates/{letter}.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.enter-sheet")]
public sealed record EnterSheet
{
    /// <summary>The thumbs for each question of the panel, each question once.</summary>
    [Id(0)] public required ImmutableArray<CountedThumbs> Answers { get; init; }

    /// <summary>
    /// An ID that the caller makes for what they enter, and keeps to themselves. With it, sending it again is safe.
    /// </summary>
    [Id(1)] public required SheetId SheetId { get; init; }
}

/// <summary>The thumbs for one answer, shown all at once and counted aloud.</summary>
[GenerateSerializer, Immutable, Alias("peernet.counted-thumbs")]
public sealed record CountedThumbs
{
    /// <summary>The question that was answered.</summary>
    [Id(0)] public required PanelQuestionId QuestionId { get; init; }

    /// <summary>How many thumbs were up, 0 to 60.</summary>
    [Id(1)] public required int Up { get; init; }

    /// <summary>How many were in the middle, 0 to 60.</summary>
    [Id(2)] public required int Middle { get; init; }

    /// <summary>How many were down, 0 to 60.</summary>
    [Id(3)] public required int Down { get; init; }

    /// <summary>
    /// What would have made it middle, as people with a thumb down said it: up to one for each of them, each 1 to 200
    /// characters.
    /// </summary>
    [Id(4)] public ImmutableArray<string> Reasons { get; init; } = [];
}
