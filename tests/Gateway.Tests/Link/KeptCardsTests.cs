using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Which cards that other areas share are kept, and for how long; with those of practices.</summary>
public sealed class KeptCardsTests : IDisposable
{
    private static readonly AreaId North = new("north-sussex");
    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 18);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-cards-");

    private string FinderFile => Path.Combine(folder.FullName, "cards.db");

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
    public void Cards_survive_a_restart_and_a_damaged_file_is_read_as_none()
    {
        var one = ACard();
        Empty().Apply(North, APage(7, one));
        var again = Empty();
        Assert.Equal([one], again.List().Items);
        Assert.Equal(new CardCursor("a", 7), again.CursorOf(North));
        var stored = File.ReadAllText($"{FinderFile}.practices.json");
        File.WriteAllText(
            $"{FinderFile}.practices.json", stored.Replace(one.WeDid, new('x', 1001), StringComparison.Ordinal));
        Assert.Empty(Empty().List().Items);
        File.WriteAllText($"{FinderFile}.practices.json", "[{");
        Assert.Empty(Empty().List().Items);
        Assert.Equal(CardCursor.Start, Empty().CursorOf(North));
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

    public void Dispose() => folder.Delete(recursive: true);

    private static PracticeCard ACard() => new()
    {
        Area = North, Id = new(Guid.CreateVersion7()), WeDid = "We rang everybody", Changed = "Seven came back",
        Layer = Layer.Individual, ShownOn = Today,
    };

    private static SharedPage<PracticeCard> APage(long first, params PracticeCard[] cards)
    {
        return new(
            [.. cards.Select((card, place) =>
                new SharedChange<PracticeCard>(CardState.Updated, card.Id.Value, first + place, card))],
            new("a", first + cards.Length - 1), Restarted: false);
    }

    private KeptCards<PracticeCard> Empty()
    {
        var options = new GatewayOptions { Area = "east-sussex" };
        options.Neighbours.Add(new() { Area = North.Value, Name = "North Sussex" });
        options.Finder.File = FinderFile;
        return new(SharedFeeds.Practices, Options.Create(options), new FakeTimeProvider(Noon));
    }
}
