using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Holds how one gathering is linked with those of other areas.</summary>
[GrainType("linked-room")]
internal sealed class LinkedRoomGrain(
    [PersistentState("linked-room", StorageNames.Area)] IPersistentState<Row<LinkedRoom>> stored,
    ILinkedRoomRows rows, TimeProvider clock)
    : Grain, ILinkedRoomGrain, IMessageSender, IMessageReceiver
{
    private Durable<LinkedRoom> Room => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private GatheringId Id => new(Key.Id);

    private AreaId Home => Key.Area;

    public Task<Result<LinkedRoomDetails>> Ask(AreaId area, Caller by) =>
        Commit(by, (room, gathering) => room.Ask(area, gathering, Home));

    public Task<Result<LinkedRoomDetails>> Join(Caller by) =>
        Commit(by, (room, gathering) => room.Join(gathering, Home));

    public async Task<Result<LinkedRoomDetails>> Decline(Caller by)
    {
        var canAnswer = await GrainFactory.CanAnswerForArea(Home, by);
        return await Commit(room => room.Decline(canAnswer, Home));
    }

    public Task<Result<LinkedRoomDetails>> Share(QuestionId question, Caller by) =>
        Commit(by, (room, gathering) => room.Share(question, gathering, Home));

    public async Task<Result<LinkedRoomDetails>> HandIn(QuestionId question, Caller by)
    {
        var standing = await GrainFactory.Room(Home, Id).GetStanding(by);
        var count = await GrainFactory.Room(Home, Id).GetCount(question);
        var key = RoomKey.Make();
        return await Commit(room => room.HandIn(question, count, key, standing, Home));
    }

    public async Task<Result<LinkedRoomDetails>> AddUp(QuestionId question, AddUpRooms without, Caller by)
    {
        var standing = await GrainFactory.Room(Home, Id).GetStanding(by);
        return await Commit(room => room.AddUp(question, without, standing, Home));
    }

    public async Task<Result<Done>> Follow(GatheringDetails gathering) =>
        (await Room.Commit(room => room.Follow(gathering, Home))).AsDone();

    public async Task<Result<LinkedRoomDetails>> Get(Caller by)
    {
        var canAnswer = await GrainFactory.CanAnswerForArea(Home, by);
        return await SeenBy(canAnswer, await Room.Read());
    }

    public async Task<Result<TogetherResult>> GetTogether(QuestionId question, Caller by) =>
        (await Room.Read()).Record.TogetherOf(question);

    public async Task<Result<Done>> Receive(Message message)
    {
        if (await IsOneTooMany(message)) return LinkedRoomRefusals.TooManyAsked;
        return await IsAboutOurs(message) ? LinkRefusals.Misdirected : await Room.Receive(message);
    }

    public Task Deliver() => Room.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Room.Settle(delivery);

    // Nobody here has to have answered, so another area could ask without end. What it has cancelled counts until its
    // day: otherwise it could ask and cancel without end.
    private async Task<bool> IsOneTooMany(Message message)
    {
        if (message is not RoomAsked { Plan.IsCancelled: false } asked) return false;
        if ((await Room.Read()).Record.Host == asked.From) return false;
        var waiting = await rows.CountInvitations(asked.From, London.DayOf(clock.GetUtcNow()));
        return waiting >= LinkedRoomFields.MaxAsked;
    }

    // A gathering that answers another area was planned after it was asked. Of one that we planned ourselves, another
    // area may know the ID from a card: it does not become the host of it.
    private async Task<bool> IsAboutOurs(Message message)
    {
        if (message is not RoomAsked || (await Room.Read()).Record.Host is not null) return false;
        return !(await GrainFactory.Gathering(Home, Id).GetGroups()).IsEmpty;
    }

    private async Task<Result<LinkedRoomDetails>> Commit(
        Caller by, Func<LinkedRoom, GatheringDetails, Next<LinkedRoom>> transition)
    {
        if (!(await GrainFactory.Gathering(Home, Id).Get(by)).Refused(out var no, out var gathering))
            return await Commit(room => transition(room, gathering));
        Room.LeaveIfEmpty();
        return no;
    }

    // Whoever may change it may read it.
    private async Task<Result<LinkedRoomDetails>> Commit(Func<LinkedRoom, Next<LinkedRoom>> transition)
    {
        var change = await Room.Commit(transition);
        return change.Refused(out var no, out var done) ? no : await SeenBy(canAnswer: true, done.After);
    }

    private async Task<Result<LinkedRoomDetails>> SeenBy(bool canAnswer, Row<LinkedRoom> row)
    {
        var seen = row.Record.SeenBy(canAnswer, Home);
        if (!row.HasLetters) return seen;
        var closed = await GrainFactory.Border(Home).GetClosed();
        return seen.Map(details => details with { Waiting = [.. LinkedRoom.WaitingFor(details, Why)] });

        string? Why(AreaId area) => row.HeldBecause(closed, letter => letter.To == area);
    }
}
