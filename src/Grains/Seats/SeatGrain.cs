using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Seats;

/// <summary>Holds one seat, at the member's home.</summary>
[GrainType("seat")]
internal sealed class SeatGrain(
    [PersistentState("seat", StorageNames.Area)] IPersistentState<Row<Seat>> stored, TimeProvider clock)
    : Grain, ISeatGrain, IMessageSender, IMessageReceiver
{
    private Durable<Seat> Seat => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private SeatId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<SeatDetails>>> Ask(AskForSeat request, Caller by)
    {
        var standing = await GrainFactory.StandingOf(Key.Area, by.Member);
        var known = await Seat.Read();
        if (Ask(known.Record, known).Refused(out var no, out _)) return no;
        // Another seat of this member may be on its way to the same group, and only their own record sees both.
        if (await Claim(request, by) is { } taken) return taken;
        var change = await Seat.Commit(Ask);
        if (change.Refused(out var refusal, out var asked))
        {
            await GrainFactory.SeatClaims(Key.Area, by.Member!.Value).Withdraw(Id, by);
            return refusal;
        }
        return (await SeenBy(by, asked.After)).AsWritten(asked.HasChanged);

        Next<Seat> Ask(Seat seat, Row<Seat> row) =>
            seat.Ask(Id, request, row.Waiting<SeatAsked>(), Key.Area, standing, by, Now);
    }

    public async Task<Result<SeatDetails>> Get(Caller by) => await SeenBy(by, await Seat.Read());

    public async Task<Result<Done>> End(Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var claim = own.Seats.FirstOrDefault(seat => seat.SeatId == Id);
        var ended = await Seat.Commit(seat => seat.End(Key.Area, by, Now, claim));
        if (claim is null || !ended.Refused(out _, out _)) return ended.AsDone();
        return await GrainFactory.SeatClaims(Key.Area, by.Member!.Value).Withdraw(Id, by);
    }

    public Task Expire() => Seat.Commit(seat => seat.Expire(Key.Area, Now));

    public Task<Result<Done>> Receive(Message message) => Seat.Receive(message);

    public Task Deliver() => Seat.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Seat.Settle(delivery);

    private async Task<Refusal?> Claim(AskForSeat request, Caller by)
    {
        var seat = new SeatPart(Id, request.Area, request.GroupId, SeatState.Asked, request.MeetingId);
        var claimed = await GrainFactory.SeatClaims(Key.Area, by.Member!.Value).Claim(seat, by);
        return claimed.Refused(out var taken, out _) ? taken : null;
    }

    private async Task<Result<SeatDetails>> SeenBy(Caller by, Row<Seat> row)
    {
        if (!row.HasLetters) return row.Record.SeenBy(by, acknowledged: true);
        var closed = await GrainFactory.Border(Key.Area).GetClosed();
        return row.Record.SeenBy(by, acknowledged: false, row.HeldBecause(closed));
    }
}
