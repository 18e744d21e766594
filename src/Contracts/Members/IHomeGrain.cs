using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;

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

    /// <summary>
    /// The meetings of the groups that the caller belongs to in this area, from one day to another, for a calendar; in
    /// the order of the groups' names. Empty for somebody without a record.
    /// </summary>
    [Alias("calendars")]
    Task<ImmutableArray<PublishedCalendar>> GetCalendars(DateOnly from, DateOnly to, Caller by);
}
