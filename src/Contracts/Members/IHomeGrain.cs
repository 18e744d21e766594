namespace PeerNet.Contracts.Members;

/// <summary>
/// What a person sees first. A side of the same grain as <see cref="Areas.IAreaGrain"/>, which reads across records.
/// </summary>
[GrainInterfaceType("peernet.area.home"), Alias("peernet.area.home")]
public interface IHomeGrain : IGrainWithStringKey
{
    /// <summary>
    /// The caller's groups, seats and what waits for them (codes <c>member.not-found</c>, <c>member.erased</c>). What
    /// only cards know is left out.
    /// </summary>
    [Alias("get")]
    Task<Result<MemberHome>> GetHome(Caller by);
}
