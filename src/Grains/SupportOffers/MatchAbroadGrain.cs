using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Holds one match with an offer of another area, at the member's home.</summary>
[GrainType("match-abroad")]
internal sealed class MatchAbroadGrain(
    [PersistentState("match-abroad", StorageNames.Area)] IPersistentState<Row<MatchAbroad>> stored, TimeProvider clock)
    : Grain, IMatchAbroadGrain, IMessageSender, IMessageReceiver
{
    private Durable<MatchAbroad> Match => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MatchId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<SupportOfferDetails>>> TakeUp(
        OfferAbroad offer, SupportOfferTerms? card, SayYes yes, Caller by, IfMatch ifMatch)
    {
        var standing = by.Member is { } caller
            ? await GrainFactory.Member(Key.Area, caller).GetStanding()
            : MemberStanding.None;
        // Not read yet: that would end an empty activation, which others of this member may be asking meanwhile.
        var isNew = Match.Latest.Offer is null;
        var holding = MatchAbroad.HoldingOf(Id, offer);
        if (TakeUp(Match.Latest).Refused(out var early, out _))
        {
            // An earlier attempt may have noted it and been lost before it could take the note back.
            if (isNew && by.Member is { } member) await GrainFactory.Holdings(Key.Area, member).Release(holding, by);
            await Match.Read();
            return early;
        }
        var holdings = GrainFactory.Holdings(Key.Area, by.Member!.Value);
        if (isNew)
        {
            // Noted before anything is stored, so that erasing the member reaches it whatever happens in between.
            if ((await holdings.Hold(holding, by)).Refused(out var tooMany, out var earlier)) return tooMany;
            if (!await AreOver(earlier))
            {
                await holdings.Release(holding, by);
                return SupportOfferRefusals.AlreadyTakenUp;
            }
        }
        var change = await Match.Commit(TakeUp, ifMatch);
        if (change.Refused(out var no, out var taken))
        {
            if (isNew) await holdings.Release(holding, by);
            return no;
        }
        await Introduce();
        return (await SeenBy(by, await Match.Read())).AsWritten(taken.Before.Record.Offer is null);

        Next<MatchAbroad> TakeUp(MatchAbroad match) =>
            match.TakeUp(Id, offer, card, yes, Key.Area, standing, by, Now);
    }

    public async Task<Result<SupportOfferDetails>> Get(Caller by) => await SeenBy(by, await Match.Read());

    public async Task<bool> IsOver() => Match.Latest.Offer is not null && (await Match.Read()).Record.IsOver;

    public Task<Result<SupportOfferDetails>> Arrange(
        OfferAbroad offer, Arrangement arrangement, Caller by, IfMatch ifMatch) =>
        Commit(by, match => match.Arrange(offer, arrangement, Key.Area, by, Now), ifMatch);

    public Task<Result<SupportOfferDetails>> Report(
        OfferAbroad offer, MatchOutcome outcome, Caller by, IfMatch ifMatch) =>
        Commit(by, match => match.Report(offer, outcome, Key.Area, by), ifMatch);

    public async Task<Result<Done>> End(OfferAbroad offer, Caller by, IfMatch ifMatch)
    {
        // Noted, and lost before anything was stored.
        if (by.Member is { } member && (await Match.Read()).Record.Offer is null)
            await GrainFactory.Holdings(Key.Area, member).Release(MatchAbroad.HoldingOf(Id, offer), by);
        return (await Notified(match => match.End(offer, Key.Area, by, Now), ifMatch)).AsDone();
    }

    public Task Expire() => Notified(match => match.Expire(Key.Area, Now));

    public async Task<Result<Done>> Receive(Message message)
    {
        var received = await Match.Receive(message);
        // Before the letter is acknowledged: if this fails, it comes again.
        if (!received.Refused(out _, out _)) await Introduce();
        return received;
    }

    public Task Deliver() => Match.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Match.Settle(delivery);

    private async Task Introduce()
    {
        if (Match.Latest is not { OwesName: true, Member: { } member, Taker.Yes: { } yes }) return;
        var reach = yes.ShowContact is { } part
            ? await GrainFactory.Holdings(Key.Area, member).Show(part, null)
            : null;
        await Match.Commit(match => match.Introduce(reach, Key.Area));
    }

    // Only this area knows that it is the same person. Of two at once, the one that their own record noted first
    // counts, even if nothing of it is stored yet.
    private async Task<bool> AreOver(IEnumerable<Guid> matches)
    {
        var over = await Task.WhenAll(matches.Select(id => GrainFactory.MatchAbroad(Key.Area, new(id)).IsOver()));
        return over.All(isOver => isOver);
    }

    private async Task<Result<SupportOfferDetails>> Commit(
        Caller by, Func<MatchAbroad, Next<MatchAbroad>> transition, IfMatch ifMatch)
    {
        var change = await Notified(transition, ifMatch);
        return change.Refused(out var no, out var done) ? no : await SeenBy(by, done.After);
    }

    private Task<Result<Change<MatchAbroad>>> Notified(
        Func<MatchAbroad, Next<MatchAbroad>> transition, IfMatch ifMatch = default) =>
        Match.Commit(match => transition(match).Then(next => next.Notifying(match)), ifMatch);

    private async Task<Result<SupportOfferDetails>> SeenBy(Caller by, Row<MatchAbroad> row) =>
        (await Waiting(by, row)).Map(details => details with { Version = row.Edition });

    private async Task<Result<SupportOfferDetails>> Waiting(Caller by, Row<MatchAbroad> row)
    {
        if (!row.HasLetters) return row.Record.SeenBy(by, acknowledged: true);
        var closed = await GrainFactory.Border(Key.Area).GetClosed();
        return row.Record.SeenBy(by, acknowledged: false, row.HeldBecause(closed));
    }
}
