using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Seats;

/// <summary>Holds one seat, at the member's home.</summary>
[GrainType("seat")]
internal sealed class SeatGrain([PersistentState("seat", StorageNames.Area)] IPersistentState<Seat> stored, TimeProvider clock) : Grain, ISeatGrain, ILetterGrain, IOutboxGrain
{
    private Durable<Seat> Seat => field ??= new(this, stored);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private SeatId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<SeatDetails>>> Ask(AskForSeat request, Caller by)
    {
        var standing = by.Member is { } member ? await GrainFactory.Member(Key.Area, member).GetStanding() : MemberStanding.Nobody;
        return (await Seat.Commit(seat => seat.Ask(Id, request, Key.Area, standing, by, Now)))
            .Then(change => change.After.SeenBy(by).Then<Written<SeatDetails>>(details => new Written<SeatDetails>(details, change.Before.Area is null)));
    }

    public async Task<Result<SeatDetails>> Get(Caller by) => (await Seat.Read()).SeenBy(by);

    public Task<Result<Done>> End(Caller by) => Commit(seat => seat.End(Key.Area, by, Now));

    public Task<Result<Done>> Receive(Letter letter) => Commit(seat => seat.Receive(letter, Now));

    public Task Settle(OperationId operation, string? refused) => Commit(seat => seat.Settle(operation, refused, Key.Area, Now));

    public Task Deliver() => Seat.Deliver<Seat, SeatChanged>(async fact =>
    {
        var known = await GrainFactory.Member(Key.Area, fact.Member).NoteSeat(fact);
        return seat => seat.Delivered(fact, erased: !known, Key.Area, Now);
    });

    private async Task<Result<Done>> Commit(Func<Seat, Result<Seat>> transition) => (await Seat.Commit(transition)).Then<Done>(_ => new Done());
}
