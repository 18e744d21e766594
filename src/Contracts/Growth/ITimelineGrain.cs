namespace PeerNet.Contracts.Growth;

/// <summary>
/// Who sees a group's timeline. A side of the same grain as <see cref="Groups.IGroupGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.group.timeline"), Alias("peernet.group.timeline")]
public interface ITimelineGrain : IGrainWithStringKey
{
    /// <summary>
    /// Lets the area's coordinators see it, or no longer; for a lead who belongs to the group (codes
    /// <c>group.not-found</c> and <c>group.timeline-leads-only</c>).
    /// </summary>
    [Alias("share")]
    Task<Result<Done>> Share(bool isShared, Caller by);
}
