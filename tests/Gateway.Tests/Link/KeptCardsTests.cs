using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Which cards that other areas share are kept, and for how long; with those of practices.</summary>
public sealed partial class KeptCardsTests : IDisposable
{
    private static readonly AreaId North = new("north-sussex"), South = new("south-sussex");
    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 18);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-cards-");
    private readonly CapturedTelemetry telemetry = new();
    private readonly LoggerFactory logs;

    public KeptCardsTests() => logs = new([telemetry.Logs]);

    private string FinderFile => Path.Combine(folder.FullName, "cards.db");

    private string StoredFile => $"{FinderFile}.practices.json";

    [Fact]
    public void A_card_is_kept_until_it_is_deleted_and_the_newest_come_first()
    {
        var cards = Empty();
        var old = ACard() with { ShownOn = Today.AddDays(-1) };
        var one = ACard();
        cards.Apply(North, APage(1, one, old));
        Assert.Equal([one, old], cards.List().Items);
        cards.Apply(North, APage(3, old with { Thanks = 4, ShownOn = Today.AddDays(1) }));
        Assert.Equal([4, null], cards.List().Items.Select(card => card.Thanks));
        cards.Apply(North, new([new(CardState.Deleted, one.Id.Value, 9, null)], new("a", 9), Restarted: false));
        Assert.Equal([old.Id], cards.List().Items.Select(card => card.Id));
    }

    [Fact]
    public void Of_more_cards_than_can_be_shown_the_newest_are()
    {
        var cards = Empty();
        PracticeCard[] all =
            [.. Enumerable.Range(0, 2001).Select(day => ACard() with { ShownOn = Today.AddDays(day - 2000) })];
        cards.Apply(North, APage(1, all));
        var listed = cards.List().Items;
        Assert.Equal(200, listed.Length);
        // The last one was one too many to keep.
        Assert.Equal(Today.AddDays(-1), listed[0].ShownOn);
    }

    [Fact]
    public void An_area_with_many_new_cards_leaves_another_one_its_share_of_the_list()
    {
        var cards = Empty(North, South);
        cards.Apply(North, APage(1, [.. Enumerable.Range(0, 300).Select(_ => ACard())]));
        PracticeCard[] older =
            [.. Enumerable.Range(1, 150).Select(day => ACard(South) with { ShownOn = Today.AddDays(-day) })];
        cards.Apply(South, APage(1, older[..20]));
        Assert.Equal((180, 20), CountOfEach());
        cards.Apply(South, APage(21, older[20..]));
        Assert.Equal((100, 100), CountOfEach());
        var listed = cards.List().Items;
        Assert.Equal(older[..100].Select(card => card.Id), listed[100..].Select(card => card.Id));

        (int North, int South) CountOfEach()
        {
            var areas = cards.List().Items.CountBy(card => card.Area).ToDictionary();
            return (areas[North], areas[South]);
        }
    }

    [Fact]
    public void The_sentences_of_a_full_gathering_are_kept_in_any_script_and_a_card_that_is_larger_is_not()
    {
        var cards = Kept(SharedFeeds.Sentences, North);
        cards.Apply(North, APage(1, Sentences(new('ሰ', SentenceFields.Text.Max)), Sentences(new('x', 2000))));
        var kept = Assert.Single(cards.All);
        Assert.Equal(SentenceFields.MaxSentences, kept.Sentences.Length);
        Assert.Equal('ሰ', kept.Sentences[0].Text[0]);
    }

    [Fact]
    public void An_area_has_room_for_two_mebibytes_of_cards_and_what_is_deleted_makes_room()
    {
        var cards = Empty(North, South);
        var large = ACard() with { WeDid = new('x', 1000), Changed = new('x', 1000), WasHard = new('x', 1000) };
        PracticeCard[] all = [.. Enumerable.Range(0, 800).Select(_ => large with { Id = new(Guid.CreateVersion7()) })];
        cards.Apply(North, APage(1, all));
        var most = cards.All.Count();
        // Some two hundred bytes are around the texts.
        Assert.InRange(most, 2 * 1024 * 1024 / 3300, 2 * 1024 * 1024 / 3000);
        cards.Apply(North, APage(1001, all[0] with { Changed = "Little" }, all[^2]));
        Assert.Equal(most, cards.All.Count());
        cards.Apply(North, new([new(CardState.Deleted, all[0].Id.Value, 2000, null)], new("a", 2000), false));
        cards.Apply(North, APage(2001, all[^1]));
        Assert.NotNull(cards.Find(North, all[^1].Id.Value));
        Assert.Equal(most, cards.All.Count());
        cards.Apply(South, APage(1, ACard(South)));
        Assert.Equal(most + 1, cards.All.Count());
    }

    [Fact]
    public void Another_area_s_clock_may_be_a_day_ahead_and_no_card_is_the_newest_for_ever()
    {
        var cards = Kept(SharedFeeds.Barriers, North);
        var barriers = Enumerable.Range(1, 2).Select(days => new BarrierCard
        {
            Area = North, Id = new(Guid.CreateVersion7()), Text = "We wait", About = BarrierAbout.Time,
            Layer = Layer.System, RoleName = "Housing lead", RaisedOn = Today.AddDays(days),
        });
        cards.Apply(North, APage(1, [.. barriers]));
        Assert.Equal(Today.AddDays(1), Assert.Single(cards.All).RaisedOn);
    }

    public static TheoryData<string> Wrong => [.. Cards.Keys];

    private static Dictionary<string, PracticeCard> Cards { get; } = new()
    {
        ["another area's"] = ACard() with { Area = new("east-sussex") },
        ["without an ID"] = ACard() with { Id = default },
        ["an empty text"] = ACard() with { WeDid = " " },
        ["a text that is too long"] = ACard() with { Changed = new('x', 1001) },
        ["a hard part that is too long"] = ACard() with { WasHard = new('x', 1001) },
        ["control characters"] = ACard() with { WeDid = "We rang\u0007" },
        ["a number that says too much"] = ACard() with { Thanks = 3 },
        ["a day to come"] = ACard() with { ShownOn = Today.AddDays(2) },
        ["a number that nobody could reach"] = ACard() with { Thanks = 2001 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_card_that_no_practice_could_have_is_skipped(string what)
    {
        var cards = Empty();
        cards.Apply(North, APage(1, Cards[what], ACard()));
        Assert.Single(cards.List().Items);
        var another = ACard();
        cards.Apply(North, new([new(CardState.Updated, Guid.CreateVersion7(), 9, another)], new("a", 9), false));
        Assert.Single(cards.List().Items);
    }

    [Fact]
    public void A_feed_that_begins_again_drops_what_it_no_longer_names()
    {
        var cards = Empty();
        var stays = ACard();
        cards.Apply(North, APage(1, ACard(), stays));
        cards.Apply(North, APage(1, stays) with { Next = new("b", 1), Restarted = true });
        Assert.Equal(2, cards.List().Items.Length);
        cards.Apply(North, new([], new("b", 1), Restarted: false));
        Assert.Equal([stays.Id], cards.List().Items.Select(card => card.Id));
    }

    [Fact]
    public void An_area_that_does_not_answer_is_named_with_the_age_of_what_there_is_of_it()
    {
        var cards = Empty();
        var asOf = RunningArea.Now;
        cards.Seen(North, asOf);
        Assert.Equal((asOf, true), (cards.List().Areas[0].AsOf, cards.List().Areas[0].Reachable));
        cards.Missed(North);
        var area = Assert.Single(cards.List().Areas);
        Assert.Equal((North, "North Sussex", asOf, false), (area.Id, area.Name, area.AsOf, area.Reachable));
    }

    public void Dispose()
    {
        logs.Dispose();
        telemetry.Dispose();
        folder.Delete(recursive: true);
    }

    private static PracticeCard ACard(AreaId? area = null) => new()
    {
        Area = area ?? North, Id = new(Guid.CreateVersion7()), WeDid = "We rang everybody", Changed = "Seven came back",
        Layer = Layer.Individual, ShownOn = Today,
    };

    private static SentencesCard Sentences(string text)
    {
        var each = new SentenceOnCard(text, SentenceKind.Definition, 40);
        return new()
        {
            Area = North, Id = new(Guid.CreateVersion7()), Year = Today.Year,
            Sentences = [.. Enumerable.Repeat(each, SentenceFields.MaxSentences)],
        };
    }

    private static SharedPage<TCard> APage<TCard>(long first, params TCard[] cards) where TCard : class, ISharedCard
    {
        return new(
            [.. cards.Select((card, place) =>
                new SharedChange<TCard>(CardState.Updated, card.Subject, first + place, card))],
            new("a", first + cards.Length - 1), Restarted: false);
    }

    private KeptCards<PracticeCard> Empty(params AreaId[] areas) =>
        Kept(SharedFeeds.Practices, areas.Length == 0 ? [North] : areas);

    private KeptCards<TCard> Kept<TCard>(SharedFeed<TCard> feed, params AreaId[] areas) where TCard : class, ISharedCard
    {
        var options = new GatewayOptions { Area = "east-sussex" };
        foreach (var area in areas)
            options.Neighbours.Add(new() { Area = area.Value, Name = area == North ? "North Sussex" : null });
        options.Finder.File = FinderFile;
        return new(
            feed, Options.Create(options), new FakeTimeProvider(Noon), logs.CreateLogger<KeptCards<TCard>>());
    }
}
