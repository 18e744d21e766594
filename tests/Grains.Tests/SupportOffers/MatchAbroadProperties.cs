using System.Text.Json;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;
using static PeerNet.Grains.Tests.SupportOffers.OffersAbroad;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>
/// Whatever an offer's area and the homes of three takers do, and whatever the way does to their letters: one wins, no
/// month has too many, in the end both sides say the same, and no contact outlives its match.
/// </summary>
public sealed class MatchAbroadProperties
{
    private static readonly Gen<int> SomeChance = Gen.Int[0, 100_000], SomeTaker = Gen.Int[1, 3];
    private static readonly Gen<Arrangement> SomeDay =
        Gen.Int[0, 40].Select(days => Thursday with { On = Today.AddDays(days) });

    private static readonly DateTimeOffset Later = Now.AddDays(SupportOffer.DaysToAnswer);

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (6, ByTaker("take up", (w, n) => w.TakeUp(n, Yes))),
        (2, ByTaker("rename", (w, n) => w.TakeUp(n, new("Rob")))),
        (2, Gen.Const(new Step("take up at home", w => w.East.Do(offer => offer.TakeUp(Match(9), Yes, Ada, Now))))),
        (6, ByTaker("agree", (w, n) => w.East.Do(
            offer => offer.Agree(Match(n), MakersYes, Maker, Now, MakersEmail)))),
        (4, Gen.Select(SomeTaker, SomeDay).Select((n, day) => new Step(
            $"{n} arranges {day.On}", w => w.Home(n).Do(
                match => match.Arrange(OfEast, day, World.HomeOf(n), BySam, Now))))),
        (4, Gen.Select(Gen.Int[1, 4].Select(number => number == 4 ? 9 : number), SomeDay).Select((n, day) => new Step(
            $"maker arranges {n} {day.On}", w => w.East.Do(offer => offer.Arrange(Match(n), day, Maker, Now))))),
        (3, Gen.Select(SomeTaker, Gen.Bool).Select((n, done) => new Step(
            $"{n} reports {done}", w => w.Home(n).Do(
                match => match.Report(OfEast, new(done, "Words"), World.HomeOf(n), BySam))))),
        (3, Gen.Select(SomeTaker, Gen.Bool).Select((n, done) => new Step(
            $"maker reports {n} {done}", w => w.East.Do(offer => offer.Report(Match(n), new(done), Maker, Now))))),
        (2, ByTaker("end at home", (w, n) => w.Home(n).Do(match => match.End(OfEast, World.HomeOf(n), BySam, Now)))),
        (2, ByTaker("end there", (w, n) => w.East.Do(offer => offer.End(Match(n), Maker, Now)))),
        (1, ByTaker("expire at home", (w, n) => w.Home(n).Do(match => match.Expire(World.HomeOf(n), Later)))),
        (1, Gen.Const(new Step("expire there", w => w.East.Do(offer => offer.Expire(Later))))),
        (1, ByTaker("erase taker", (w, n) => w.Home(n).Do(match => match.Forget(Sam, World.HomeOf(n), Now)))),
        (1, Gen.Bool.Select(on => new Step($"pause {on}", w => w.East.Do(offer => offer.Pause(on, Maker))))),
        (1, Gen.Bool.Select(erased => new Step($"withdraw {erased}", w => w.East.Do(
            offer => erased ? offer.Forget(Person(11), Abroad.East, Now) : offer.Withdraw(Maker, Now))))),
        (14, SomeChance.Select(chance => new Step($"carry {chance}", w => w.Post.Carry(chance)))),
        (4, SomeChance.Select(chance => new Step($"late {chance}", w => w.Post.BringLate(chance)))));

    [Fact]
    public void A_single_offer_has_one_winner_in_all_areas() => Walk(ForAll, w => { }, w =>
    {
        Assert.InRange(w.Offer.Matches.Count(match => match.HoldsPlace), 0, 1);
        // Once it has ended or was not done there, somebody else may win before the first one's home knows.
        Assert.InRange(w.Homes.Count(home => home.Record.State is MatchState.Agreed or MatchState.Arranged
            && w.There(home.Record.Id) is not { State: MatchState.Ended or MatchState.NotDone }), 0, 1);
    });

    [Fact]
    public void A_month_never_has_more_than_the_offer_allows() => Walk(TwiceForAll, w => { }, w =>
    {
        var months = Enumerable.Range(0, 3).Select(Today.AddMonths);
        Assert.All(months, month => Assert.InRange(w.Offer.Matches.Count(match => match.IsFixedIn(month)), 0, 2));
    });

    [Fact]
    public void In_the_end_both_areas_say_the_same_of_a_match() => Walk(TwiceForAll, w =>
    {
        foreach (var home in w.Homes.Select(home => home.Record).Where(home => home.Offer is not null))
        {
            var there = w.There(home.Id);
            Assert.Equal(there?.State ?? MatchState.Ended, home.State);
            if (home.State == MatchState.Ended) continue;
            Assert.Equal(there!.Arrangement, home.Arrangement);
            Assert.Equal(there.Taker.Outcome, home.Taker.Outcome);
            Assert.Equal(
                (there.Maker?.Outcome, there.Maker?.Yes?.ShownAs), (home.Maker?.Outcome, home.Maker?.Yes?.ShownAs));
            if (home.State == MatchState.TakenUp) continue;
            Assert.Equal(home.Taker.Yes!.ShownAs, there.Taker.Yes?.ShownAs);
            Assert.Equal(there.ShowsContacts ? TakersPhone : null, there.Taker.Reach);
            Assert.Equal(there.ShowsContacts ? MakersEmail : null, home.Maker!.Reach);
        }
    });

    [Fact]
    public void No_name_crosses_before_both_agree_and_none_stays_after_the_end() => Walk(TwiceForAll, w => { }, w =>
    {
        foreach (var home in w.Homes)
        {
            var there = w.There(home.Record.Id);
            if (there is null or { State: MatchState.TakenUp }) DoesNotSay(home.Row, "Kim", MakersEmail.Value);
            if (home.Record.State == MatchState.Ended) DoesNotSay(home.Row, "Kim", "Rob", MakersEmail.Value, "Words");
            if (there is { State: MatchState.TakenUp or MatchState.Ended })
                Assert.True(there is { Taker: { Yes: null, Reach: null, Outcome: null } });
        }
        if (w.Offer.Matches.All(match => match.State is MatchState.TakenUp or MatchState.Ended))
            DoesNotSay(
                w.East.Row with { Record = w.Offer with { Matches = w.Abroad } }, "Rob", "Kim", TakersPhone.Value);
    });

    [Fact]
    public void What_has_ended_at_either_end_never_comes_back()
    {
        Walk(TwiceForAll, w => Assert.False(w.CameBack), w => w.Note());
    }

    private static void DoesNotSay<T>(T row, params string[] words)
    {
        var json = JsonSerializer.Serialize(row, PeerNetJson.Options);
        Assert.All(words, word => Assert.DoesNotContain(word, json, StringComparison.Ordinal));
    }

    private static Gen<Step> ByTaker(string name, Action<World, int> act) =>
        SomeTaker.Select(number => new Step($"{name} {number}", w => act(w, number)));

    private static void Walk(SupportOfferTerms terms, Action<World> inTheEnd, Action<World>? always = null)
    {
        SomeStep.Array[1, 60].Sample(
            steps =>
            {
                var world = new World(terms);
                foreach (var step in steps)
                {
                    step.Do(world);
                    always?.Invoke(world);
                }
                world.Post.Empty();
                always?.Invoke(world);
                Assert.DoesNotContain(
                    world.Homes.SelectMany(home => home.Waiting).Concat(world.East.Waiting),
                    posted => posted.Parked is not null);
                inTheEnd(world);
            },
            iter: 1500,
            print: steps => string.Join("; ", steps.Select(step => step.Name)));
    }

    private sealed record Step(string Name, Action<World> Do);

    private sealed class World
    {
        private readonly HashSet<MatchId> ended = [];

        public World(SupportOfferTerms terms)
        {
            East = new(AnOffer(terms).InARow(), Tests.Abroad.East, letter => letter.To == Tests.Abroad.East);
            Homes = [.. Enumerable.Range(1, 3).Select(number => new Postbox<MatchAbroad>(
                new(), HomeOf(number),
                letter => letter.To == HomeOf(number) && letter is MatchLetter about && about.Match == Match(number)))];
            Post = new([East, .. Homes.Select(home => new Introducing(home))]);
        }

        public Postbox<SupportOffer> East { get; }

        public IReadOnlyList<Postbox<MatchAbroad>> Homes { get; }

        public Post Post { get; }

        public bool CameBack { get; private set; }

        public SupportOffer Offer => East.Record;

        public System.Collections.Immutable.ImmutableArray<Match> Abroad =>
            [.. Offer.Matches.Where(match => match.Route is not null)];

        public Postbox<MatchAbroad> Home(int number) => Homes[number - 1];

        public static AreaId HomeOf(int number) => number == 3 ? Brighton : West;

        public Match? There(MatchId id) => Offer.Matches.FirstOrDefault(match => match.Id == id);

        // As the grain does, which sends a new name at once if the maker has agreed.
        public void TakeUp(int number, SayYes yes)
        {
            Home(number).Do(match =>
                match.TakesUp(number, HomeOf(number), yes).Then(next => next.Introduce(TakersPhone, HomeOf(number))));
        }

        public void Note()
        {
            foreach (var home in Homes.Where(home => home.Record.Offer is not null))
            {
                var isOver = home.Record.State == MatchState.Ended || There(home.Record.Id)?.State == MatchState.Ended;
                if (isOver) ended.Add(home.Record.Id);
            }
            CameBack |= Homes.Any(home => ended.Contains(home.Record.Id) && home.Record.State != MatchState.Ended
                && There(home.Record.Id) is { State: not MatchState.Ended });
        }
    }

    /// <summary>A home, whose grain sends the name before it acknowledges the letter that asks for it.</summary>
    private sealed class Introducing(Postbox<MatchAbroad> home) : IPostbox
    {
        public IEnumerable<Posted> Waiting => home.Waiting;

        public bool IsFor(Letter letter) => home.IsFor(letter);

        public string? Receive(Letter letter)
        {
            if (home.Receive(letter) is { } refused) return refused;
            home.Do(match => match.Introduce(TakersPhone, letter.To));
            return null;
        }

        public void Settle(Posted posted, string? refused) => home.Settle(posted, refused);
    }
}
