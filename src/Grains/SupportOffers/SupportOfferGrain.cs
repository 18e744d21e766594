using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Holds one offer and its matches.</summary>
[GrainType("support-offer")]
internal sealed partial class SupportOfferGrain(
    [PersistentState("support-offer", StorageNames.Area)] IPersistentState<Row<SupportOffer>> stored,
    IOfferRows rows, TimeProvider clock)
    : Grain, ISupportOfferGrain, IMatchesGrain, IMessageSender, IMessageReceiver
{
    private Durable<SupportOffer> Offer => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private SupportOfferId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<SupportOfferDetails>>> Put(SupportOfferTerms terms, IfMatch ifMatch, Caller by)
    {
        var caller = await CallerOf(by);
        var change = await Held(
            by, (offer, row) => offer.Put(Id, terms, ifMatch, row.Edition, caller, Now), ifMatch.Creation);
        if (change.Refused(out var no, out var put)) return no;
        return (await SeenBy(caller, put.After)).AsWritten(put.HasCreated);
    }

    public async Task<Result<SupportOfferDetails>> Get(Caller by)
    {
        var row = await Offer.Read();
        return await SeenBy(await CallerOf(by), row);
    }

    public async Task<Result<Done>> Withdraw(Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        return (await Commit((offer, _) => offer.Withdraw(caller, Now), ifMatch)).AsDone();
    }

    public async Task<Result<SupportOfferDetails>> Pause(bool isPaused, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        return await Commit(caller, offer => offer.Pause(isPaused, caller), ifMatch);
    }

    public async Task<Result<SupportOfferDetails>> Hide(HideSupportOffer? hide, Caller by, IfMatch ifMatch) =>
        await Commit(await CallerOf(by), offer => offer.Hide(hide, by), ifMatch);

    public Task RemindOfLastDay() => Commit((offer, _) => offer.RemindOfLastDay(Now));

    public Task Expire() => Commit((offer, _) => offer.Expire(Now));

    public async Task<OfferMaker> GetMaker()
    {
        var offer = (await Offer.Read()).Record;
        return new(offer.Maker, offer.Group);
    }

    public async Task<Result<Done>> Receive(Message message) =>
        await IsOneTooMany(message) ? SupportOfferRefusals.NotOpen : await Offer.Receive(message);

    public Task Deliver() => Offer.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Offer.Settle(delivery);

    // One area could otherwise take up every offer that is open to all, and answer for none.
    private async Task<bool> IsOneTooMany(Message message)
    {
        if (message is not MatchTakenUp taken || !(await Offer.Read()).Record.IsTakenUpBy(taken, Now)) return false;
        return await rows.CountTakeUps(taken.From) >= SupportOfferFields.MaxUnansweredByArea;
    }

    private async Task<Result<SupportOfferDetails>> Commit(
        OfferCaller caller, Func<SupportOffer, Next<SupportOffer>> transition, IfMatch ifMatch = default)
    {
        var change = await Commit((offer, _) => transition(offer), ifMatch);
        return change.Refused(out var no, out var done) ? no : await SeenBy(caller, done.After);
    }

    private Task<Result<Change<SupportOffer>>> Commit(
        Func<SupportOffer, Row<SupportOffer>, Next<SupportOffer>> transition, IfMatch ifMatch = default) =>
        Offer.Commit(Notified(transition), ifMatch);

    private static Func<SupportOffer, Row<SupportOffer>, Next<SupportOffer>> Notified(
        Func<SupportOffer, Row<SupportOffer>, Next<SupportOffer>> transition) =>
        (offer, row) => transition(offer, row).Then(next => next.Notifying(offer));

    private Task<Result<Change<SupportOffer>>> Held(
        Caller by, Func<SupportOffer, Row<SupportOffer>, Next<SupportOffer>> transition, IfMatch ifMatch = default) =>
        Offer.CommitHeld(GrainFactory, Key, by, Notified(transition), ifMatch);

    private async Task<OfferCaller> CallerOf(Caller by)
    {
        var offer = Offer.Latest;
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var isForGroups = offer is { Group: null, Terms.Audience: SupportAudience.MyGroups };
        return new(by, own, isForGroups ? (await GrainFactory.StandingOf(Key.Area, offer.Maker)).Groups : []);
    }
}
