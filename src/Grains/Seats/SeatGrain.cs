using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

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
        var standing =
            by.Member is { } member ? await GrainFactory.Member(Key.Area, member).GetStanding() : MemberStanding.None;
        var change = await Seat.Commit(
            (seat, row) => seat.Ask(Id, request, row.Waiting<SeatAsked>(), Key.Area, standing, by, Now));
        return change.Then(
            asked => SeenBy(by, asked.After).Map(details => new Written<SeatDetails>(details, asked.HasChanged)));
    }

    public async Task<Result<SeatDetails>> Get(Caller by) => SeenBy(by, await Seat.Read());

    public async Task<Result<Done>> End(Caller by) =>
        (await Seat.Commit(seat => seat.End(Key.Area, by, Now))).Map(_ => default(Done));

    public Task<Result<Done>> Receive(Message message) => Seat.Receive(message);

    public Task Deliver() => Seat.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Seat.Settle(delivery);

    private static Result<SeatDetails> SeenBy(Caller by, Row<Seat> row) =>
        row.Record.SeenBy(by, acknowledged: !row.HasLetters);
}
