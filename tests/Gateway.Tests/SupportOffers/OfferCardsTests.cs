using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Which cards of offers are kept, and for how long.</summary>
public sealed class OfferCardsTests : IDisposable
{
    private static readonly AreaId North = new("north-sussex");
    private static readonly DateOnly Today = new(2026, 11, 18);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-offers-");

    private KeptCards<OfferCard>? kept;

    private OfferCards Cards => new(kept!);

    private string FinderFile => Path.Combine(folder.FullName, "cards.db");

    [Fact]
    public void A_card_is_kept_until_it_is_deleted_or_its_days_are_over()
    {
        var one = ACard();
        var later = ACard() with { OpensOn = Today.AddDays(13) };
        Apply(APage(1, one, later));
        Assert.Equal([one.Id], Cards.OpenOn(Today).Select(card => card.Id));
        Assert.Null(Cards.Find(North, later.Id, Today));
        Assert.NotNull(Cards.Find(North, later.Id, Today.AddDays(13)));
        Assert.Empty(Cards.OpenOn(one.ExpiresOn.AddDays(1)));
        Apply(new([new(CardState.Deleted, one.Id.Value, 9, null)], new("a", 9), Restarted: false));
        Assert.Empty(Cards.OpenOn(Today));
        Assert.Null(Cards.Find(new("mid-sussex"), one.Id, Today));
    }

    [Fact]
    public void What_an_earlier_version_wrote_into_the_file_is_read_from_its_area_again()
    {
        var one = ACard();
        File.WriteAllText(
            $"{FinderFile}.offers.json",
            $$"""
            [{"area":"north-sussex","cursor":{"feed":"a","after":7},"generation":0,"cards":[{"card":{
            "area":"north-sussex","id":"{{one.Id}}","side":"offer","kind":"lift","days":["tue"],"partsOfDay":[],
            "online":false,"howOften":"once","urgency":"anyTime","languages":["bsl"],"needs":[],
            "expiresOn":"2027-02-16"},"generation":0}]}]
            """);
        kept = Empty();
        Assert.Empty(Cards.OpenOn(Today));
        Assert.Equal(CardCursor.Start, kept.CursorOf(North));
    }

    [Fact]
    public void A_card_that_no_offer_could_have_is_skipped()
    {
        Apply(APage(
            1, ACard() with { Area = new("east-sussex") }, ACard() with { Days = [Weekday.Mon, Weekday.Mon] },
            ACard() with { Outcode = "call me" }, ACard() with { TimesAMonth = 3 },
            ACard() with { HowOften = SupportFrequency.Monthly }, ACard() with { Languages = ["not a word"] }));
        Assert.Empty(Cards.OpenOn(Today));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static OfferCard ACard() => new()
    {
        Area = North, Id = new(Guid.CreateVersion7()), Side = SupportSide.Offer, Kind = SupportKind.Lift,
        ExpiresOn = Today.AddDays(90),
    };

    private static SharedPage<OfferCard> APage(long first, params OfferCard[] cards)
    {
        return new(
            [.. cards.Select((card, place) =>
                new SharedChange<OfferCard>(CardState.Updated, card.Id.Value, first + place, card))],
            new("a", first + cards.Length - 1), Restarted: false);
    }

    private void Apply(SharedPage<OfferCard> page)
    {
        kept ??= Empty();
        kept.Apply(North, page);
    }

    private KeptCards<OfferCard> Empty()
    {
        var options = new GatewayOptions { Area = "east-sussex" };
        options.Neighbours.Add(new() { Area = North.Value });
        options.Finder.File = FinderFile;
        return new(
            SharedFeeds.Offers, Options.Create(options), TimeProvider.System,
            NullLogger<KeptCards<OfferCard>>.Instance);
    }
}
