using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Areas;

/// <summary>Queries across the area's rows; each sees what is committed when it starts.</summary>
internal interface IAreaRows
{
    /// <summary>One group, or null.</summary>
    Task<AreaRow?> Group(Guid id);

    /// <summary>Groups in the order of their IDs, after that one.</summary>
    Task<IReadOnlyList<AreaRow>> Groups(Guid after, int limit);

    /// <summary>The records of groups; those without one are left out. One read, whatever their number.</summary>
    Task<IReadOnlyList<AreaRow>> Groups(IReadOnlyCollection<Guid> ids);

    /// <summary>The records of members; those without one are left out. One read, whatever their number.</summary>
    Task<IReadOnlyList<AreaRow>> Members(IReadOnlyCollection<Guid> ids);

    /// <summary>The same for offers of support.</summary>
    Task<IReadOnlyList<AreaRow>> Offers(IReadOnlyCollection<Guid> ids);

    /// <summary>The same for matches with offers of other areas.</summary>
    Task<IReadOnlyList<AreaRow>> MatchesAbroad(IReadOnlyCollection<Guid> ids);

    /// <summary>The IDs of the groups with that <see cref="Groups.Group.OccurrenceTag"/>; at most 100.</summary>
    Task<IReadOnlyList<Guid>> GroupsTagged(string tag);

    /// <summary>
    /// A group's meetings that were held or planned from one day to another, both included, or that a series planned
    /// for one of those days; oldest first.
    /// </summary>
    Task<IReadOnlyList<AreaRow>> Meetings(Guid group, DateOnly from, DateOnly to);

    /// <summary>Whether a group has held that many meetings, or more.</summary>
    Task<bool> HasHeld(Guid group, int meetings);

    /// <summary>Every meeting that names a person, on its roster or in a mark, oldest first.</summary>
    Task<IReadOnlyList<AreaRow>> MeetingsNaming(Guid person);

    /// <summary>A member's seats in groups of other areas.</summary>
    Task<IReadOnlyList<AreaRow>> SeatsOf(Guid member);

    /// <summary>
    /// The keys of seats in other areas that were asked for before then and have no answer, the oldest first.
    /// </summary>
    Task<IReadOnlyList<string>> UnansweredSeats(DateTimeOffset askedBefore, int limit);

    /// <summary>
    /// The number of groups that are not closed on that day, of members who are not erased, and of meetings that were
    /// held.
    /// </summary>
    Task<AreaSummary> Summary(DateOnly today);

    /// <summary>In how many groups roles are shared, of those that are not closed and say who holds one.</summary>
    Task<PowerCheck> Power(DateOnly today);

    /// <summary>Grains with messages that are due now for grains of this area, the longest waiting first.</summary>
    Task<IReadOnlyList<WaitingOutbox>> WaitingOutboxes(DateTimeOffset now, int limit);
}

/// <summary>A row by its id, as the JSON in storage.</summary>
internal readonly record struct AreaRow(Guid Id, byte[] Payload);

/// <summary>A grain with waiting messages, by state name and key, and when the oldest was written.</summary>
internal readonly record struct WaitingOutbox(string Kind, string GrainKey, DateTimeOffset Since);
