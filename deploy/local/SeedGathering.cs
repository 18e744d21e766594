using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

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

    /// <summary>How many slips each table has; the tables after those have none.</summary>
    public ImmutableArray<int> Slips { get; init; } = [];

    /// <summary>How many of its groups keep it; the leads of the others have not answered yet.</summary>
    public int Keepers { get; init; } = 2;
}

/// <summary>A question of a made-up gathering.</summary>
/// <param name="Asks">What is asked.</param>
/// <param name="Sheets">What each table has counted; empty if it is not opened.</param>
internal sealed record SeedQuestion(AskQuestion Asks, ImmutableArray<SeedSheet> Sheets)
{
    /// <summary>How many keepers have said that it is ready.</summary>
    public int Ready { get; init; } = 2;
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
