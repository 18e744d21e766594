using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Areas;

/// <summary>An area as a whole, as its records are now.</summary>
[GrainInterfaceType("peernet.area"), Alias("peernet.area")]
public interface IAreaGrain : IGrainWithStringKey
{
    /// <summary>Answers when the area does.</summary>
    /// <exception cref="StorageUnavailableException">It can store nothing at present.</exception>
    [Alias("ping")]
    Task Ping();

    /// <summary>
    /// How many groups, members and meetings there are, for a coordinator of the area; null for anyone else.
    /// </summary>
    [Alias("summary")]
    Task<AreaSummary?> GetSummary(Caller by);

    /// <summary>
    /// A group's meetings in a span of days, both ends included, oldest first: what is recorded, and what its series
    /// plan.
    /// </summary>
    [Alias("meetings")]
    Task<Result<ImmutableArray<MeetingLine>>> ListMeetings(GroupId id, DateOnly from, DateOnly to, Caller by);

    /// <summary>
    /// The same for a calendar, with how often and when each of them has changed (code <c>group.not-found</c>).
    /// </summary>
    [Alias("calendar")]
    Task<Result<PublishedCalendar>> GetCalendar(GroupId id, DateOnly from, DateOnly to, Caller by);

    /// <summary>
    /// The groups whose occurrences may have that ID. Each must still check it against its own series; nearly always
    /// there is one.
    /// </summary>
    [Alias("groups-of-occurrence")]
    Task<ImmutableArray<GroupId>> FindGroups(MeetingId occurrence);

    /// <summary>When the meetings that a group logged for a day were held.</summary>
    [Alias("logged")]
    Task<ImmutableArray<LoggedEvening>> ListLogged(GroupId group, DateOnly day);

    /// <summary>
    /// A person's own attendance, in this area and by their seats in others, oldest first; for themselves (code
    /// <c>member.not-found</c>).
    /// </summary>
    [Alias("history")]
    Task<Result<ImmutableArray<AttendanceLine>>> ListAttendance(MemberId member, Caller by);
}

/// <summary>Counts of an area, exact, for those who belong to it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.area-summary")]
public sealed record AreaSummary(
    [property: Id(0)] int Groups, [property: Id(1)] int Members, [property: Id(2)] int MeetingsHeld)
{
    /// <summary>
    /// Groups that have lost their only lead and are not closed: up to 100, the longest without one first.
    /// </summary>
    [Id(3)] public ImmutableArray<GroupId> NeedLead { get; init; } = [];

    /// <summary>The damaged rows that the silo has come across since it started; they are skipped.</summary>
    [Id(4)] public ImmutableArray<UnreadableRow> Unreadable { get; init; } = [];
}

/// <summary>A row that cannot be read.</summary>
/// <param name="Kind">The kind of record, such as <c>meeting</c>.</param>
/// <param name="Id">The record.</param>
[GenerateSerializer, Immutable, Alias("peernet.unreadable-row")]
public sealed record UnreadableRow([property: Id(0)] string Kind, [property: Id(1)] Guid Id);
