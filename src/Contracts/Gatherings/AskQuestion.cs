using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts.Gatherings;

/// <summary>A question to the whole room: the body of PUT gatherings/{id}/questions/{questionId}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.ask-question")]
public sealed record AskQuestion
{
    /// <summary>How it is counted.</summary>
    [Id(0)] public required QuestionKind Kind { get; init; }

    /// <summary>What is asked, 1 to 500 characters.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>The same in plainer words, up to 500 characters, in sentences of up to 15 words.</summary>
    [Id(2)] public string? EasyText { get; init; }

    /// <summary>
    /// What people choose from, 2 to 26 texts of up to 250 characters, or as long as the sentences that they are, if it
    /// is a vote or for voices; the 2 to 8 steps of the lens, from the lowest up, if it asks about a rung; empty
    /// otherwise.
    /// </summary>
    [Id(3)] public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The quiz question of the first round, if this one asks it for the second time.</summary>
    [Id(4)] public QuestionId? Before { get; init; }

    /// <summary>
    /// The sentences that people vote on, in the order of the options, each of which is the text of one; empty if it
    /// asks about anything else.
    /// </summary>
    [Id(5)] public ImmutableArray<SentenceId> Sentences { get; init; } = [];

    /// <summary>Which mirror question it is, whose text it has; null if it is of another kind.</summary>
    [Id(6)] public MirrorTopic? Mirror { get; init; }

    /// <summary>The ladder whose steps people choose from; only for a mirror question about a rung.</summary>
    [Id(7)] public LensId? LensId { get; init; }

    /// <summary>
    /// Where the question can be watched in British Sign Language: an https address of up to 250 characters.
    /// </summary>
    [Id(8)] public string? Clip { get; init; }
}

/// <summary>How a question is counted.</summary>
[GenerateSerializer, Alias("peernet.question-kind")]
public enum QuestionKind
{
    /// <summary>Everybody chooses one of four corners: yes, no, maybe, it depends. None is the right one.</summary>
    Quiz,
    /// <summary>Everybody shows a thumb: up, in the middle or down.</summary>
    Thumbs,
    /// <summary>A hand for every option that a person could live with.</summary>
    Vote,
    /// <summary>Up to three voices from each person, for different options.</summary>
    Voices,
    /// <summary>Two sides say how far the same thing is true, each for itself.</summary>
    Mirror,
    /// <summary>Something to do together. Nothing is counted.</summary>
    WarmUp,
    /// <summary>Tables write words, as sentences of the gathering. Nothing is counted.</summary>
    Words,
    /// <summary>Tables look back in up to three sentences. Nothing is counted.</summary>
    Reflection,
    /// <summary>People ask, and raise what gets in their way as barriers. Nothing is counted.</summary>
    QuestionsAndAnswers,
    /// <summary>Tables join sentences that say nearly the same. Nothing is counted.</summary>
    Joining,
}

/// <summary>A question of a gathering.</summary>
[GenerateSerializer, Immutable, Alias("peernet.question-details")]
public sealed record QuestionDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required QuestionId Id { get; init; }

    /// <summary>What is asked.</summary>
    [Id(1)] public required AskQuestion Asks { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required QuestionState State { get; init; }

    /// <summary>The round: 2 if it asks a question for the second time, 1 otherwise.</summary>
    [Id(3)] public int Round { get; init; } = 1;

    /// <summary>The groups whose keepers have said that it is ready.</summary>
    [Id(4)] public ImmutableArray<GroupId> ReadyFor { get; init; } = [];

    /// <summary>Increases with every change of what is asked.</summary>
    [Id(9)] public int Version { get; init; }

    /// <summary>
    /// Its place among those whose hands are down or that have closed, from 1; 0 if neither, or that was not kept.
    /// </summary>
    [Id(10)] public int Closed { get; init; }

    /// <summary>Whether something is counted.</summary>
    public bool HasSheet => SheetBoxes.HasSheet(Asks.Kind);

    /// <summary>Whether the room is asked, or its tables count.</summary>
    public bool IsAsked => State is QuestionState.Open or QuestionState.Counting;

    /// <summary>Whether it is past the point at which it could be opened.</summary>
    public bool WasOpened => State is not (QuestionState.Draft or QuestionState.Ready);
}

/// <summary>The state of a question.</summary>
[GenerateSerializer, Alias("peernet.question-state")]
public enum QuestionState
{
    /// <summary>It can still be changed.</summary>
    Draft,
    /// <summary>Two keepers have said that it is ready, and it stays as it is.</summary>
    Ready,
    /// <summary>The room answers.</summary>
    Open,
    /// <summary>It is over, and there is a result.</summary>
    Closed,
    /// <summary>Hands are down and slips are over; tables count, and nobody sees anything yet.</summary>
    Counting,
}
