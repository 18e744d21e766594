using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Connections;

/// <summary>Reads a group's connections for their pages.</summary>
internal sealed class ConnectionReading(Home home, OtherGroups others, TimeProvider clock)
{
    // As far ahead as the list of a group's meetings.
    private const int DaysAhead = 8 * 7;

    /// <summary>A group's connections and shared meetings, for its people and coordinators.</summary>
    public async Task<Result<ConnectionsModel>> Read(GroupId id, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        if ((await home.Connections(id).GetConnections(by)).Refused(out refusal, out var seen)) return refusal;
        var today = Periods.Today(clock);
        var coming = await home.Grain.ListMeetings(id, today, today.AddDays(DaysAhead), by);
        if (coming.Refused(out refusal, out var lines)) return refusal;
        return new ConnectionsModel(
            group,
            [.. seen.Items.Select(one => new Connected(
                others.Find(one.Area, one.GroupId), one.State, one.Since, one.WaitsBecause))],
            [.. seen.Shared.OrderBy(one => (one.HeldOn, one.StartsAt))],
            [.. seen.SharedWithUs.OrderBy(one => (one.HeldOn, one.StartsAt))
                .Select(one => new TheirMeeting(one, others.Find(one.Area, one.GroupId)))],
            [.. lines.Where(line => line is { Logged: false, State: MeetingState.Planned })]);
    }

    /// <summary>The same, for whom may act for the group (code <c>access.leads-only</c>).</summary>
    public async Task<Result<ConnectionsModel>> ReadLed(GroupId id, Caller by)
    {
        if ((await Read(id, by)).Refused(out var refusal, out var page)) return refusal;
        return page.IsLed ? page : AccessRefusals.LeadsOnly;
    }
}
