using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Areas;

/// <summary>
/// Queries an area's records. It stores nothing itself, so no second copy can disagree.
/// </summary>
[GrainType("area"), Orleans.Concurrency.StatelessWorker]
internal sealed partial class AreaGrain(
    IAreaRows rows,
    IGrowthRows growth,
    IOfferRows offers,
    OverviewMemo overview,
    RecentMembers members,
    UnreadableRows unreadable,
    StorageState storage,
    TimeProvider clock)
    : Grain, IAreaGrain, IHomeGrain, IGrowthGrain, IOverviewGrain, IPowerCheckGrain
{
    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public Task Ping()
    {
        storage.Demand();
        return Task.CompletedTask;
    }

    public async Task<AreaSummary?> GetSummary(Caller by)
    {
        if (!by.Coordinates) return null;
        return await rows.Summary(London.DayOf(clock.GetUtcNow())) with { Unreadable = unreadable.Found };
    }

    public async Task<Result<ImmutableArray<MeetingLine>>> ListMeetings(
        GroupId id, DateOnly from, DateOnly to, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row) return GroupRefusals.NotFound;
        var recorded = unreadable.Meetings(await rows.Meetings(id.Value, from, to)).ToList();
        var list = unreadable.Read(
            "group", row.Id, row.Payload, (Group group) => Listed(group, recorded, from, to, by));
        return list is { Lines: { } lines } ? lines : GroupRefusals.NotFound;
    }

    private static ListedMeetings Listed(
        Group group, IReadOnlyCollection<Meeting> recorded, DateOnly from, DateOnly to, Caller by)
    {
        if (group.Description is null) return new(null);
        return new(MeetingList.Of(group.Calendar, recorded, from, to, isInside: group.Standing.SeenBy(by)));
    }

    public async Task<ImmutableArray<GroupId>> FindGroups(MeetingId occurrence) =>
        [.. (await rows.GroupsTagged(OccurrenceId.TagOf(occurrence))).Select(id => new GroupId(id))];

    public async Task<ImmutableArray<LoggedEvening>> ListLogged(GroupId group, DateOnly day)
    {
        var meetings = unreadable.Meetings(await rows.Meetings(group.Value, day, day));
        return [.. meetings.Where(meeting => meeting.Logged && meeting.HeldOn == day).Select(one => one.Evening)];
    }

    public async Task<Result<ImmutableArray<AttendanceLine>>> ListAttendance(MemberId member, Caller by)
    {
        var here = await rows.MeetingsNaming(member.Value);
        var elsewhere = await rows.SeatsOf(member.Value);
        var history = new AttendanceHistory(
            Area,
            member,
            [.. unreadable.Meetings(here)],
            [.. elsewhere
                .Select(row => unreadable.Record<Seat>("seat", row, seat => seat.History().ToList()))
                .OfType<Seat>()]);
        return history.SeenBy(by);
    }
}

/// <summary>A group's meetings; null if there is no such group.</summary>
internal sealed record ListedMeetings(ImmutableArray<MeetingLine>? Lines);
