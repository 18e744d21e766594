using Orleans.Concurrency;

namespace PeerNet.Contracts.Gatherings;

/// <summary>What came of a gathering's questions. A side of the same grain as <see cref="IGatheringGrain"/>.</summary>
[GrainInterfaceType("peernet.gathering.results"), Alias("peernet.gathering.results")]
public interface IResultsGrain : IGrainWithStringKey
{
    /// <summary>What came of a question that is closed, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<QuestionResult>> GetResult(QuestionId question, Caller by);

    /// <summary>What anybody may be told of it, for everybody who is signed in.</summary>
    [Alias("get-released"), AlwaysInterleave]
    Task<Result<ReleasedResult>> GetReleased(QuestionId question, Caller by);
}
