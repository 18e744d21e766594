using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>The side that faces other areas.</summary>
internal sealed partial class GroupGrain
{
    public async Task<Result<GuestSeat>> AnswerSeat(SeatId seat, AnswerSeat answer, Caller by) =>
        (await Group.Commit(group => group.AnswerSeat(seat, answer, Key.Area, by, Now))).Then<GuestSeat>(change => change.After.Seats.First(s => s.Id == seat));

    public Task<Result<Done>> EndSeat(SeatId seat, Caller by) => Done(group => group.EndSeat(seat, Key.Area, by, Now));

    public async Task<Result<Written<Connection>>> Connect(AreaId area, GroupId other, Caller by) =>
        (await Group.Commit(group => group.Connect(area, other, Key.Area, by, Now))).Then<Written<Connection>>(change =>
            new Written<Connection>(change.After.ConnectionWith(area, other), !ReferenceEquals(change.Before, change.After)));

    public Task<Result<Done>> Disconnect(AreaId area, GroupId other, Caller by) => Done(group => group.Disconnect(area, other, Key.Area, by, Now));

    public async Task<Result<Connections>> GetConnections(Caller by) => (await Group.Read()).ConnectionsSeenBy(by, Key.Area, Now);

    public async Task<Result<SharedMeeting>> Share(MeetingId meeting, ShareMeeting request, Caller by) =>
        (await Group.Commit(group => group.Share(meeting, request, Key.Area, by, Now))).Then<SharedMeeting>(change => change.After.SharedMeeting(meeting, Key.Area)!);

    public Task<Result<Done>> Unshare(MeetingId meeting, Caller by) => Done(group => group.Unshare(meeting, Key.Area, by, Now));

    public Task<Result<Done>> Receive(Letter letter) => Done(group => group.Receive(letter, Key.Area, Now));

    public Task Settle(OperationId operation, string? refused) => Group.Commit(group => group.Settle(operation, refused, Key.Area, Now));

    private async Task<Result<Done>> Done(Func<Group, Result<Group>> transition) => (await Group.Commit(transition)).Then<Done>(_ => new Done());
}
