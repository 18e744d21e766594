using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Which cards of offers are kept, and for how long.</summary>
public sealed class OfferCardsTests : IDisposable
{
    private static readonly AreaId North = new("north-sussex");
    private static readonly DateOnly Today = new(2026, 11, 18);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-offers-");

    private string FinderFile => Path.Combine(folder.FullName, "cards.db");

    [Fact]
    public void A_card_is_kept_until_it_is_deleted_or_its_days_are_over()
    {
        var cards = Empty();
        var one = ACard();
        var later = ACard() with { OpensOn = Today.AddDays(13) };
        cards.Apply(North, APage(1, one, later));
        Assert.Equal([one.Id], cards.OpenOn(Today).Select(card => card.Id));
        Assert.Null(cards.Find(North, later.Id, Today));
        Assert.NotNull(cards.Find(North, later.Id, Today.AddDays(13)));
        Assert.Empty(cards.OpenOn(one.ExpiresOn.AddDays(1)));
        cards.Apply(North, new([new(CardState.Deleted, one.Id, 9, null)], new("a", 9), Restarted: false));
        Assert.Empty(cards.OpenOn(Today));
        Assert.Null(cards.Find(new("mid-sussex"), one.Id, Today));
    }

    [Fact]
    public void A_card_that_no_offer_could_have_is_skipped()
    {
        var cards = Empty();
        cards.Apply(North, APage(
            1, ACard() with { Area = new("east-sussex") }, ACard() with { Days = [Weekday.Mon, Weekday.Mon] },
            ACard() with { Outcode = "call me" }, ACard() with { TimesAMonth = 3 },
            ACard() with { HowOften = SupportFrequency.Monthly }, ACard() with { Languages = ["not a word"] }));
        Assert.Empty(cards.OpenOn(Today));
    }

    [Fact]
    public void A_feed_that_begins_again_drops_what_it_no_longer_names()
    {
        var cards = Empty();
        var gone = ACard();
        var stays = ACard();
        cards.Apply(North, APage(1, gone, stays));
        cards.Apply(North, APage(1, stays) with { Next = new("b", 1), Restarted = true });
        Assert.Equal(2, cards.OpenOn(Today).Count());
        cards.Apply(North, new([], new("b", 1), Restarted: false));
        Assert.Equal([stays.Id], cards.OpenOn(Today).Select(card => card.Id));
    }

    [Fact]
    public void Cards_survive_a_restart_and_a_damaged_file_is_read_as_none()
    {
        var one = ACard() with { Days = [Weekday.Tue], Languages = ["bsl"] };
        var cards = Empty();
        cards.Apply(North, APage(7, one));
        var again = Empty();
        Assert.Equal(one.Id, Assert.Single(again.OpenOn(Today)).Id);
        Assert.Equal(new CardCursor("a", 7), again.CursorOf(North));
        Assert.False(again.AgeOf(North).Reachable);
        File.WriteAllText($"{FinderFile}.offers.json", "[{");
        Assert.Empty(Empty().OpenOn(Today));
        Assert.Equal(CardCursor.Start, Empty().CursorOf(North));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static OfferCard ACard() => new()
    {
        Area = North, Id = new(Guid.CreateVersion7()), Side = SupportSide.Offer, Kind = SupportKind.Lift,
        ExpiresOn = Today.AddDays(90),
    };

    private static OfferCardPage APage(long first, params OfferCard[] cards)
    {
        return new(
            [.. cards.Select((card, place) => new OfferChange(CardState.Updated, card.Id, first + place, card))],
            new("a", first + cards.Length - 1), Restarted: false);
    }

    private OfferCards Empty()
    {
        var options = new GatewayOptions { Area = "east-sussex" };
        options.Neighbours.Add(new() { Area = North.Value });
        options.Finder.File = FinderFile;
        return new(Options.Create(options));
    }
}
