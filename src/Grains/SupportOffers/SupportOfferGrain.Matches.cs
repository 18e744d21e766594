using PeerNet.Contracts;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.SupportOffers;

/// <summary>The matches of the offer.</summary>
internal sealed partial class SupportOfferGrain
{
    public async Task<Result<Written<SupportOfferDetails>>> TakeUp(
        MatchId match, SayYes yes, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        var condition = ifMatch.OfPart(Offer.Latest.Matches.Any(one => one.Id == match));
        var change = await Held(by, (offer, _) => offer.TakeUp(match, yes, caller, Now), condition);
        if (change.Refused(out var no, out var taken)) return no;
        var isNew = taken.Record.Matches.Length > taken.Before.Record.Matches.Length;
        return (await SeenBy(caller, taken.After)).AsWritten(isNew);
    }

    public async Task<Result<SupportOfferDetails>> Agree(MatchId match, SayYes yes, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        // A taker of another area gets it in a letter; at home it is read whenever it is seen.
        var reach = yes.ShowContact is { } part && by.Member is { } member && Offer.Latest.IsAbroad(match)
            ? await GrainFactory.Holdings(Key.Area, member).Show(part, null)
            : null;
        var change = await Held(by, (offer, _) => offer.Agree(match, yes, caller, Now, reach), ifMatch);
        return change.Refused(out var no, out var agreed) ? no : await SeenBy(caller, agreed.After);
    }

    public async Task<Result<SupportOfferDetails>> Arrange(
        MatchId match, Arrangement arrangement, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        return await Commit(caller, offer => offer.Arrange(match, arrangement, caller, Now), ifMatch);
    }

    public async Task<Result<SupportOfferDetails>> Report(
        MatchId match, MatchOutcome outcome, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        return await Commit(caller, offer => offer.Report(match, outcome, caller, Now), ifMatch);
    }

    public async Task<Result<Done>> End(MatchId match, Caller by, IfMatch ifMatch)
    {
        var caller = await CallerOf(by);
        return (await Commit((offer, _) => offer.End(match, caller, Now), ifMatch)).AsDone();
    }

    // How to reach the other side is read from their own record each time, and kept nowhere else.
    private async Task<Result<SupportOfferDetails>> SeenBy(OfferCaller caller, Row<SupportOffer> row)
    {
        if (row.Record.SeenBy(caller, row.Edition, Now).Refused(out var no, out var seen)) return no;
        var matches = await Task.WhenAll(seen.Matches.Select(match => WithReach(match, caller, row.Record)));
        return seen with { Matches = [.. matches], Area = Key.Area };
    }

    private async Task<MatchDetails> WithReach(MatchDetails match, OfferCaller caller, SupportOffer offer)
    {
        if (offer.ReachedBy(match.Id, caller) is not { } other) return match;
        if (!offer.IsStillReached(caller, await GrainFactory.StandingOf(Key.Area, other.Person))) return match;
        var lead = offer.Group is not null && offer.IsMadeBy(caller) ? caller.By.Member : null;
        var shown = await GrainFactory.Holdings(Key.Area, other.Person).Show(other.Part, lead);
        return match with { OtherContact = shown };
    }
}
