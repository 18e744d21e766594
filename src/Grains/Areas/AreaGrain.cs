using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Areas;

/// <summary>
/// Queries an area's records. It stores nothing itself, so no second copy can disagree.
/// </summary>
[GrainType("area"), Orleans.Concurrency.StatelessWorker]
internal sealed class AreaGrain(IAreaRows rows) : Grain, IAreaGrain
{
    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public Task Ping() => Task.CompletedTask;

    public async Task<AreaSummary?> GetSummary(Caller by) => by.Coordinates ? await rows.Summary() : null;

    public async Task<Result<ImmutableArray<MeetingLine>>> ListMeetings(
        GroupId id, DateOnly from, DateOnly to, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row
            || Read<Group>(row.Payload) is not { Description: not null } group) return GroupRefusals.NotFound;
        var recorded =
            (await rows.Meetings(id.Value, from, to)).Select(meeting => Read<Meeting>(meeting.Payload)).ToList();
        return MeetingList.Of(group.Calendar.Planned(from, to), recorded, counts: group.Standing.SeenBy(by));
    }

    public async Task<Result<ImmutableArray<AttendanceLine>>> ListAttendance(MemberId member, Caller by)
    {
        var here = await rows.MeetingsNaming(member.Value);
        var elsewhere = await rows.SeatsOf(member.Value);
        var history = new AttendanceHistory(
            Area,
            member,
            [.. here.Select(row => Read<Meeting>(row.Payload))],
            [.. elsewhere.Select(row => Read<Seat>(row.Payload))]);
        return history.SeenBy(by);
    }

    private static TRecord Read<TRecord>(byte[] payload) where TRecord : class, new() =>
        JsonSerializer.Deserialize<Row<TRecord>>(payload, PeerNetJson.Options)!.Record;
}
