using Orleans.Concurrency;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What the sentences of a gathering, its link with other areas, and gatherings after it ask of it. A side of the same
/// grain as <see cref="IGatheringGrain"/>, for other grains.
/// </summary>
[GrainInterfaceType("peernet.gathering.room"), Alias("peernet.gathering.room")]
public interface IRoomGrain : IGrainWithStringKey
{
    /// <summary>Who keeps it, how far it is, which tables there are, and what people voted for.</summary>
    [Alias("standing"), AlwaysInterleave]
    Task<GatheringStanding> GetStanding(Caller by);

    /// <summary>The gathering before it; null if there was none, or if nobody has planned it.</summary>
    [Alias("previous"), AlwaysInterleave]
    Task<GatheringId?> GetPrevious();

    /// <summary>What was counted for a question; null before it is closed.</summary>
    [Alias("count"), AlwaysInterleave]
    Task<RoomCount?> GetCount(QuestionId question);

    /// <summary>A keeper or a coordinator takes words out of a sentence wherever people vote on it.</summary>
    [Alias("take-out")]
    Task<Result<Done>> TakeOut(SentenceId sentence, TakeOutWords takeOut, Caller by);
}
