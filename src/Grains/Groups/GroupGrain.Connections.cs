using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>Connections and shared meetings.</summary>
internal sealed partial class GroupGrain
{
    public async Task<Result<Written<Connection>>> Connect(AreaId area, GroupId other, Caller by)
    {
        var change =
            await Group.Commit((group, row) => group.Connect(area, other, Key.Area, row.NumberAt(Now), by, Now));
        return change.Map(
            connected => new Written<Connection>(connected.Record.ConnectionWith(area, other), connected.HasChanged));
    }

    public async Task<Result<Done>> Disconnect(AreaId area, GroupId other, Caller by)
    {
        return (await Group.Commit((group, row) => group.Disconnect(area, other, Key.Area, row.NumberAt(Now), by, Now)))
            .AsDone();
    }

    public async Task<Result<ConnectionsDetails>> GetConnections(Caller by)
    {
        var row = await Group.Read();
        var seen = row.Record.ConnectionsSeenBy(by, Now);
        if (!row.HasLetters) return seen;
        var closed = await GrainFactory.Border(Key.Area).GetClosed();
        return seen.Map(details => details with { Items = [.. details.Items.Select(WithReason)] });

        Connection WithReason(Connection one) => one with
        {
            WaitsBecause = row.HeldBecause(
                closed, letter => letter is ConnectionSaid said && said.To == one.Area && said.With == one.GroupId),
        };
    }

    public async Task<Result<SharedMeeting>> Share(MeetingId meeting, ShareMeeting request, Caller by)
    {
        var change = await Group.Commit(group => group.Share(meeting, request, Key.Area, by, Now));
        return change.Map(shared => shared.Record.Connections.SharedMeeting(meeting)!);
    }

    public Task<Result<Done>> Unshare(MeetingId meeting, Caller by) =>
        Done(group => group.Unshare(meeting, Key.Area, by, Now));
}
