using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Gatherings;

/// <summary>Who comes to a gathering. A side of the same grain as <see cref="IGatheringGrain"/>.</summary>
[GrainInterfaceType("peernet.gathering.coming"), Alias("peernet.gathering.coming")]
public interface IComingGrain : IGrainWithStringKey
{
    /// <summary>A keeper says how many of their group come, and what they need.</summary>
    [Alias("say")]
    Task<Result<GatheringDetails>> SayComing(GroupId group, PeopleComing coming, Caller by, IfMatch ifMatch = default);
}
