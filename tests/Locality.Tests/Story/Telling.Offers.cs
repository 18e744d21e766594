using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What two people of one area say in an offer and its match.</summary>
internal sealed class OfferTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Text { get; } = own("offer's text", null);

    public Canary Hidden { get; } = own("reason for hiding an offer", null);

    public Canary Maker { get; } = own("maker's name in a match", null);

    public Canary Taker { get; } = own("taker's name in a match", null);

    public Canary Where { get; } = own("place of a match", null);

    public Canary Words { get; } = own("word after a match", null);

    public Canary ForAll { get; } = own("text of an offer to all areas", null);
}

/// <summary>An offer to all areas that two people agree on, and that a coordinator hides afterwards.</summary>
internal sealed partial class Telling
{
    private async Task Offers(Cast cast)
    {
        var door = At(cast);
        var maker = As(cast.Lead);
        var taker = As(cast.Member);
        var texts = cast.Offer;
        var offer = $"offers/{cast.IdOf("offer")}";
        var match = $"{offer}/matches/{cast.IdOf("match")}";
        _ = (await door.Put(offer, maker, new SupportOfferTerms
        {
            Side = SupportSide.Offer,
            Kind = SupportKind.Lift,
            Text = texts.Text.Text,
            Audience = SupportAudience.AllAreas,
        })).Yes;
        _ = (await door.Put(match, taker, new { shownAs = texts.Taker.Text, showContact = "email" })).Yes;
        _ = (await door.Put(
            $"{match}/agreement", maker, new { shownAs = texts.Maker.Text, showContact = "email" })).Yes;
        var where = new Arrangement(Today.AddDays(2), Seven, texts.Where.Text);
        _ = (await door.Put($"{match}/arrangement", taker, where)).Yes;
        _ = (await door.Get(offer, maker)).Yes;
        // Before anybody says how it went: an offer that is not done can be taken up again, and other areas may know
        // that.
        _ = (await door.Put($"{offer}/hidden", As(cast.Coordinator), new { reason = texts.Hidden.Text })).Yes;
        _ = (await door.Put($"{match}/outcome", taker, new { done = cast.Came, words = texts.Words.Text })).Yes;
        foreach (var reader in (string[])[maker, taker]) _ = (await door.Get(offer, reader)).Yes;
    }

    /// <summary>An offer that stays open whoever takes it up, so that its card never moves.</summary>
    private async Task OfferForAll(Cast cast)
    {
        _ = (await At(cast).Put($"offers/{cast.IdOf("offer for all")}", As(cast.Helper), new SupportOfferTerms
        {
            Side = SupportSide.Offer,
            Kind = SupportKind.FormFilling,
            Text = cast.Offer.ForAll.Text,
            Audience = SupportAudience.AllAreas,
            HowOften = SupportFrequency.AsLongAsItLasts,
        })).Yes;
    }

    /// <summary>Somebody takes an offer of the next area up; the two meet, and say how it went.</summary>
    private async Task MatchAbroad(Cast home, Cast host)
    {
        var offer = $"offers/{host.IdOf("offer for all")}";
        var match = $"{offer}/matches/{home.Across.Match}";
        var there = $"?area={host.Area}";
        var taker = As(home.Helped);
        var maker = As(host.Helper);
        await Eventually.So("the offer is found", async () => (await At(home).Get(offer + there, taker)).Status == 200);
        _ = (await At(home).Put(
            match + there, taker, new { shownAs = home.Across.Taker.Text, showContact = "phone" })).Yes;
        await Eventually.So("the maker sees a token", () => Sees(host, maker, $"{home.Across.Match}"));
        _ = (await At(host).Put(
            $"{match}/agreement", maker, new { shownAs = host.Across.Maker.Text, showContact = "phone" })).Yes;
        await Eventually.So("the maker can reach the taker", () => Sees(host, maker, home.Helped.Phone.Mark));
        await Eventually.So("the taker can reach the maker", () => Sees(home, taker, host.Helper.Phone.Mark));
        var where = new Arrangement(Today.AddDays(2), Seven, home.Across.Where.Text);
        _ = (await At(home).Put($"{match}/arrangement{there}", taker, where)).Yes;
        await Eventually.So("the taker knows that it is arranged", () => Sees(home, taker, "arranged"));
        _ = (await At(host).Put($"{match}/outcome", maker, new { done = true, words = host.Across.Words.Text })).Yes;
        await Eventually.So("the taker knows that it is done", () => Sees(home, taker, host.Across.Words.Mark));

        async Task<bool> Sees(Cast cast, string reader, string what) =>
            (await At(cast).Get("members/me/offers", reader)).Text.Contains(what, StringComparison.Ordinal);
    }
}
