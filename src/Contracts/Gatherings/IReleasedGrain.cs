using Orleans.Concurrency;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What anybody may be told of what a gathering counted. A side of the same grain as <see cref="IGatheringGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.gathering.released"), Alias("peernet.gathering.released")]
public interface IReleasedGrain : IGrainWithStringKey
{
    /// <summary>What is released of a question that is closed, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<ReleasedResult>> GetReleased(QuestionId question, Caller by);
}
