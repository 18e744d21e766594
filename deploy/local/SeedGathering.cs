using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Local;

/// <summary>A made-up gathering.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Needs">The access needs that the place meets.</param>
/// <param name="Groups">The places of its groups in the list of groups. Each has another first lead.</param>
/// <param name="DaysAhead">How many days after the first start it is held.</param>
/// <param name="Tables">How many people sit at each table.</param>
/// <param name="Questions">Its questions.</param>
internal sealed record SeedGathering(
    string Title,
    string Place,
    ImmutableArray<AccessNeed> Needs,
    ImmutableArray<int> Groups,
    int DaysAhead,
    ImmutableArray<int> Tables,
    ImmutableArray<SeedQuestion> Questions)
{
    /// <summary>How far it has come.</summary>
    public GatheringState UpTo { get; init; }

    /// <summary>The place of the gathering before it, whose unfinished steps it begins with.</summary>
    public int? Previous { get; init; }

    /// <summary>How many slips each table has; the tables after those have none.</summary>
    public ImmutableArray<int> Slips { get; init; } = [];

    /// <summary>How many of its groups keep it; the leads of the others have not answered yet.</summary>
    public int Keepers { get; init; } = 2;

    /// <summary>The areas that are asked to hold it too.</summary>
    public ImmutableArray<AreaId> AlsoIn { get; init; } = [];

    /// <summary>What its tables say.</summary>
    public ImmutableArray<SeedSentence> Sentences { get; init; } = [];
}

/// <summary>A sentence of a made-up gathering.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tables">The places of the tables that it comes from.</param>
/// <param name="UpTo">How far it has come.</param>
internal sealed record SeedSentence(string Text, ImmutableArray<int> Tables, SentenceState UpTo)
{
    /// <summary>The places of the sentences that it was joined from; empty if a table says it.</summary>
    public ImmutableArray<int> From { get; init; } = [];

    /// <summary>Who can read it, as its tables say.</summary>
    public Readers Readers { get; init; }
}

/// <summary>A question of a made-up gathering.</summary>
/// <param name="Asks">What is asked.</param>
/// <param name="Sheets">What each table has counted; empty if it is not opened, or nothing is counted.</param>
internal sealed record SeedQuestion(AskQuestion Asks, ImmutableArray<SeedSheet> Sheets)
{
    /// <summary>How many keepers have said that it is ready.</summary>
    public int Ready { get; init; } = 2;

    /// <summary>The places of the sentences that it asks about, whose texts are its options.</summary>
    public ImmutableArray<int> Sentences { get; init; } = [];

    /// <summary>Whether it is closed before the gathering.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>What a table of a made-up gathering has counted.</summary>
/// <param name="Present">How many people were there.</param>
/// <param name="TookPart">How many of them took part.</param>
/// <param name="Counts">How many chose each option.</param>
internal sealed record SeedSheet(int Present, int TookPart, ImmutableArray<int> Counts)
{
    /// <summary>What it depends on.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];
}
