using Orleans.Concurrency;

namespace PeerNet.Contracts.Sentences;

/// <summary>
/// The sentences of one gathering that stand. A side of the same grain as <see cref="ISentencesGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.sentences.standing"), Alias("peernet.sentences.standing")]
public interface IStandingGrain : IGrainWithStringKey
{
    /// <summary>
    /// How many tables' words are in those that stand or stood: no number below four, nor where it would say whose
    /// words one of them has; null if there are fewer than four tables, or no such gathering.
    /// </summary>
    [Alias("count-tables"), AlwaysInterleave]
    Task<FewOrMore?> CountTables(Caller by);
}
