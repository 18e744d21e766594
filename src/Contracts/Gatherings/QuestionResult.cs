using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What a room has said: always in words, and in figures only if no table can be worked out from them.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.question-result")]
public sealed record QuestionResult
{
    private const int MaxWithoutFigures = 3;

    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Id { get; init; }

    /// <summary>What came of it, in one word.</summary>
    [Id(1)] public required Finding Finding { get; init; }

    /// <summary>Its options, in the order in which they are read out.</summary>
    [Id(2)] public ImmutableArray<OptionResult> Options { get; init; } = [];

    /// <summary>What it depends on, and how many tables said so; the condition of most tables first.</summary>
    [Id(3)] public ImmutableArray<ConditionResult> Conditions { get; init; } = [];

    /// <summary>How many tables count.</summary>
    [Id(4)] public int TablesIn { get; init; }

    /// <summary>How many tables were asked.</summary>
    [Id(5)] public int TablesAsked { get; init; }

    /// <summary>How many tables came in too late for the figures; the words include them.</summary>
    [Id(6)] public int LateTables { get; init; }

    /// <summary>How many people the figures are of; null if there are no figures.</summary>
    [Id(7)] public int? People { get; init; }

    /// <summary>How many more said that it depends than in the first round; null without figures of both.</summary>
    [Id(8)] public int? Moved { get; init; }

    /// <summary>What both sides see, if it is a mirror question that was counted; its options are empty.</summary>
    [Id(9)] public MirrorResult? Mirror { get; init; }

    /// <summary>
    /// What people liked, if it is a question about voices. Without figures of all that counts, what comes last may
    /// have no voice: then it is what came first, in whole places and up to three.
    /// </summary>
    public IReadOnlyList<OptionResult> ListLiked()
    {
        if (Finding != Finding.Placed) return [];
        if (People is not null && LateTables == 0) return [.. Options.Where(option => option.Voices > 0)];
        var first = new List<OptionResult>();
        foreach (var place in Options.GroupBy(option => option.Place).OrderBy(place => place.Key))
        {
            if (first.Count + place.Count() > MaxWithoutFigures) break;
            first.AddRange(place);
        }
        return first;
    }
}

/// <summary>One option in a result.</summary>
[GenerateSerializer, Immutable, Alias("peernet.option-result")]
public sealed record OptionResult
{
    /// <summary>Its box on the sheet: a letter, or a word such as <c>itDepends</c> or <c>up</c>.</summary>
    [Id(0)] public required string Box { get; init; }

    /// <summary>What it says, if the question has options of its own.</summary>
    [Id(1)] public string? Text { get; init; }

    /// <summary>Its place, which options with as many voices share; null if the question gives none.</summary>
    [Id(2)] public int? Place { get; init; }

    /// <summary>Whether it stands: most chose it or, in a vote, it is liked most if none is liked by most.</summary>
    [Id(3)] public bool Stands { get; init; }

    /// <summary>
    /// Whether missing tables could change that, in a vote; null if none is missing, without figures, and once words
    /// and figures are not of the same counts.
    /// </summary>
    [Id(4)] public Outlook? Outlook { get; init; }

    /// <summary>How many chose it; null if there are no figures.</summary>
    [Id(5)] public int? Voices { get; init; }

    /// <summary>How many in a hundred chose it; only for a quiz with figures.</summary>
    [Id(6)] public int? Percent { get; init; }
}

/// <summary>Something that it depends on.</summary>
/// <param name="Text">In a table's words.</param>
/// <param name="Tables">How many tables said so.</param>
[GenerateSerializer, Immutable, Alias("peernet.condition-result")]
public sealed record ConditionResult([property: Id(0)] string Text, [property: Id(1)] int Tables);

/// <summary>Whether more than half will like an option, whatever the missing tables say.</summary>
[GenerateSerializer, Alias("peernet.outlook")]
public enum Outlook
{
    /// <summary>They will.</summary>
    Sure,
    /// <summary>They will not.</summary>
    Out,
    /// <summary>It depends on the missing tables.</summary>
    Open,
}

/// <summary>What came of a question, in one word.</summary>
[GenerateSerializer, Alias("peernet.finding")]
public enum Finding
{
    /// <summary>It was never asked.</summary>
    NotAsked,
    /// <summary>No count came in.</summary>
    NoCount,
    /// <summary>Nobody wished to vote.</summary>
    NobodyVoted,
    /// <summary>A vote: some options are liked by more than half.</summary>
    LikedByMost,
    /// <summary>A vote: liked most, not by most.</summary>
    LikedMost,
    /// <summary>A vote or voices: nobody chose any option.</summary>
    NoneChosen,
    /// <summary>Voices: the options have their places.</summary>
    Placed,
    /// <summary>A quiz: at least three quarters are in one corner.</summary>
    Mostly,
    /// <summary>A quiz: more than half are in one corner.</summary>
    Leaning,
    /// <summary>A quiz: people are all over the room.</summary>
    AllOver,
    /// <summary>Thumbs: too few to sum up.</summary>
    TooFew,
    /// <summary>Thumbs: agreed, up.</summary>
    AgreedUp,
    /// <summary>Thumbs: agreed, down.</summary>
    AgreedDown,
    /// <summary>Thumbs: split between up and down.</summary>
    Split,
    /// <summary>Thumbs: most are in the middle.</summary>
    InTheMiddle,
    /// <summary>Thumbs: more up than down.</summary>
    LeaningUp,
    /// <summary>Thumbs: more down than up.</summary>
    LeaningDown,
    /// <summary>Thumbs: as many up as down.</summary>
    Even,
    /// <summary>A mirror question: what each side sees, beside the other.</summary>
    Mirrored,
    /// <summary>A mirror question: not enough people of one side, or of both, to show it.</summary>
    NotEnough,
    /// <summary>A question that counts nothing: it is over.</summary>
    Over,
}
