using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The gatherings of an area, as its records are now.</summary>
[GrainInterfaceType("peernet.gathering-list"), Alias("peernet.gathering-list")]
public interface IGatheringListGrain : IGrainWithStringKey
{
    /// <summary>
    /// The gatherings that a group holds with others, the latest day first; at most 100 (code <c>group.not-found</c>).
    /// </summary>
    [Alias("of-group")]
    Task<Result<ImmutableArray<GatheringLine>>> ListOf(GroupId group, Caller by);

    /// <summary>
    /// The gatherings that any of these groups holds from a day on, and those of the week before that are still open,
    /// the first day first; at most 20. What was cancelled is among them, for those who meant to come.
    /// </summary>
    [Alias("to-come")]
    Task<ImmutableArray<GatheringLine>> ListToCome(ImmutableArray<GroupId> groups, DateOnly from);

    /// <summary>What a slip of any open gathering can answer (code <c>gathering.unknown-code</c>).</summary>
    [Alias("find-slip")]
    Task<Result<SlipDetails>> FindSlip(string code);

    /// <summary>The table of a code, in any open gathering (code <c>gathering.unknown-code</c>).</summary>
    [Alias("find-table")]
    Task<Result<TableRight>> FindTable(string code);
}

/// <summary>A gathering in the list of one of its groups.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">When it starts, in local time.</param>
/// <param name="State">Its state.</param>
/// <param name="Keeper">Whether somebody keeps it for the group.</param>
[GenerateSerializer, Immutable, Alias("peernet.gathering-line")]
public sealed record GatheringLine(
    [property: Id(0)] GatheringId Id,
    [property: Id(1)] string Title,
    [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] TimeOnly StartsAt,
    [property: Id(4)] GatheringState State,
    [property: Id(5)] KeeperState Keeper);
