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
}
