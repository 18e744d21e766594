using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.Barriers;

/// <summary>The barriers, limits and roles of an area.</summary>
[GrainInterfaceType("peernet.barrier-list"), Alias("peernet.barrier-list")]
public interface IBarrierListGrain : IGrainWithStringKey
{
    /// <summary>
    /// Up to 200 barriers that are not settled, first those that have waited longest: since the day that a role named
    /// or, if none did, since the day that they were raised. After them, up to 100 that are settled, those raised last
    /// first.
    /// </summary>
    [Alias("list-open"), AlwaysInterleave]
    Task<ImmutableArray<BarrierDetails>> List(Caller by);

    /// <summary>Up to 200 barriers that were raised at a gathering, in the order in which they were raised.</summary>
    [Alias("list-of-gathering"), AlwaysInterleave]
    Task<ImmutableArray<BarrierDetails>> ListOf(GatheringId gathering, Caller by);

    /// <summary>Up to 200 limits: first those that most barriers rest on.</summary>
    [Alias("list-limits"), AlwaysInterleave]
    Task<ImmutableArray<LimitDetails>> ListLimits(Caller by);

    /// <summary>Up to 200 roles, by name.</summary>
    [Alias("list-roles"), AlwaysInterleave]
    Task<ImmutableArray<RoleDetails>> ListRoles(Caller by);

    /// <summary>How many barriers that were raised this year were answered by their date.</summary>
    [Alias("count-answers"), AlwaysInterleave]
    Task<AnswerShares> CountAnswers(Caller by);
}
