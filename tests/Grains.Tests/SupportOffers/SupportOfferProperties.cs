using CsCheck;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Whatever people do with an offer, in any order and more than once.</summary>
public sealed class SupportOfferProperties
{
    private static readonly Gen<int> SomePerson = Gen.Int[11, 15];
    private static readonly Gen<MatchId> SomeMatch = Gen.Int[1, 6].Select(Match);
    private static readonly Gen<DateTimeOffset> SomeTime = Gen.Int[0, 60].Select(day => Now.AddDays(day));

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (6, Act(SomeMatch, (offer, id, by, now) => offer.TakeUp(id, Yes, by, now), "take up")),
        (6, Act(SomeMatch, (offer, id, by, now) => offer.Agree(id, MakersYes, by, now), "agree", maker: true)),
        (6, Gen.Int[0, 40].SelectMany(days => Act(
            SomeMatch,
            (offer, id, by, now) => offer.Arrange(id, Thursday with { On = Today.AddDays(days) }, by, now),
            $"arrange {days}",
            maker: true))),
        (4, Gen.Bool.SelectMany(done => Act(
            SomeMatch, (offer, id, by, now) => offer.Report(id, new(done), by, now), $"report {done}"))),
        (2, Act(SomeMatch, (offer, id, by, now) => offer.End(id, by, now), "end")),
        (1, Act(SomeMatch, (offer, _, _, now) => offer.Expire(now.AddDays(60)), "expire")),
        (1, Gen.Bool.SelectMany(on => Act(SomeMatch, (offer, _, by, _) => offer.Pause(on, by), "pause", maker: true))),
        (1, Act(SomeMatch, (offer, _, by, now) => offer.Forget(by.By.Member!.Value, Abroad.East, now), "forget")));

    [Fact]
    public void A_single_offer_has_one_winner()
    {
        Walk(ALift, w => Assert.InRange(w.Offer.Matches.Count(match => match.HoldsPlace), 0, 1));
    }

    [Fact]
    public void A_month_never_has_more_than_the_offer_allows() => Walk(TwiceAMonth, w =>
    {
        var months = Enumerable.Range(0, 4).Select(Today.AddMonths);
        Assert.All(months, month => Assert.InRange(w.Offer.Matches.Count(match => match.IsFixedIn(month)), 0, 2));
    });

    [Fact]
    public void A_contact_is_seen_only_by_the_two_and_only_while_both_agree() => Walk(TwiceAMonth, w =>
    {
        foreach (var match in w.Offer.Matches)
        {
            var both = match.State is MatchState.Agreed or MatchState.Arranged;
            var sees = Enumerable.Range(11, 5)
                .Where(person => w.Offer.ReachedBy(match.Id, Somebody(person)) is not null)
                .Select(Person);
            Assert.Equal(both ? [Person(11), match.Taker.Member!.Value] : [], sees);
        }
    });

    [Fact]
    public void What_has_ended_stays_ended_and_keeps_no_name() => Walk(TwiceAMonth, w =>
    {
        Assert.All(w.Before.Matches.Where(match => match.State == MatchState.Ended), match =>
            Assert.Equal(MatchState.Ended, w.Offer.Matches.Single(one => one.Id == match.Id).State));
        Assert.All(w.Offer.Matches.Where(match => match.State == MatchState.Ended), match =>
            Assert.True(
                match is { Taker: { Yes: null, Outcome: null }, Maker: null, Arrangement: null or { Where: null } }));
    });

    [Fact]
    public void A_match_follows_the_table() => Walk(TwiceAMonth, w =>
    {
        foreach (var before in w.Before.Matches)
        {
            var after = w.Offer.Matches.Single(match => match.Id == before.Id).State;
            Assert.True(before.State == after || MatchTable.Arrows.Any(
                arrow => arrow.Key.From == before.State && arrow.Value == after), $"{before.State} became {after}");
        }
    });

    [Fact]
    public void Whoever_is_named_has_not_been_released() => Walk(TwiceAMonth, w =>
    {
        foreach (var person in Enumerable.Range(11, 5).Select(Person))
        {
            var isWaiting = w.Row.Outbox.Any(posted =>
                posted.Message is Contracts.Members.HoldingReleased released && released.Member == person);
            Assert.False(isWaiting && w.Offer.Names(person), "A person who is named would be released.");
        }
    });

    [Fact]
    public void A_take_up_ends_by_itself_exactly_if_it_has_waited_for_ninety_days()
    {
        var terms = ALift with { HowOften = SupportFrequency.AsLongAsItLasts, ExpiresOn = Today.AddDays(366) };
        Gen.Select(Gen.Int[0, 200].Array[1, 5], Gen.Int[0, 300]).Sample((days, day) =>
        {
            var offer = days.Index().Aggregate(AnOffer(terms), (taken, one) => taken
                .TakeUp(Match(one.Index), Yes, Somebody(20 + one.Index), Now.AddDays(one.Item)).Yes());
            var expired = offer.Expire(Now.AddDays(day)).Yes();
            Assert.Equal(
                days.Select(taken => day - taken >= 90),
                expired.Matches.Select(match => match.State == MatchState.Ended));
            Assert.Same(expired, expired.Expire(Now.AddDays(day)).Yes());
        });
    }

    private static Gen<Step> Act(
        Gen<MatchId> match, Func<SupportOffer, MatchId, OfferCaller, DateTimeOffset, Next<SupportOffer>> act,
        string name, bool maker = false)
    {
        var who = maker ? Gen.Frequency((4, Gen.Const(11)), (1, SomePerson)) : SomePerson;
        return Gen.Select(match, who, SomeTime).Select((id, person, now) => new Step(
            $"{name} {id.Value.ToString()[^1..]} by {person} on {now:d}",
            offer => act(offer, id, Somebody(person), now)));
    }

    private static void Walk(SupportOfferTerms terms, Action<World> always)
    {
        SomeStep.Array[1, 40].Sample(
            steps =>
            {
                var world = new World(AnOffer(terms).InARow());
                foreach (var step in steps)
                {
                    world.Do(step.Do);
                    always(world);
                }
            },
            iter: 2000,
            print: steps => string.Join("; ", steps.Select(step => step.Name)));
    }

    private sealed record Step(string Name, Func<SupportOffer, Next<SupportOffer>> Do);

    private sealed class World(Row<SupportOffer> row)
    {
        public Row<SupportOffer> Row { get; private set; } = row;

        public SupportOffer Before { get; private set; } = row.Record;

        public SupportOffer Offer => Row.Record;

        /// <summary>Every request may come twice, and the second changes nothing.</summary>
        public void Do(Func<SupportOffer, Next<SupportOffer>> act)
        {
            Before = Offer;
            if (Row.After((offer, _) => act(offer), Abroad.East, Now).Refused(out _, out var next)) return;
            Row = next!;
            if (!Row.After((offer, _) => act(offer), Abroad.East, Now).Refused(out _, out var again))
                Assert.Same(Row.Record, again!.Record);
        }
    }
}
