using System.Text;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>What one area sends another about offers and matches.</summary>
internal static class OfferLeaks
{
    private const string Letters = "/link/v1/letters", Offers = "/link/v1/offers";

    public static IEnumerable<Leak> All { get; } =
    [
        new(
            "The text of an offer on its card",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex answers brighton-and-hove: GET /link/v1/offers",
            OnACard),
        new(
            "A name in the letter that takes an offer up",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, name) => Post(at, Planting.Brighton, "matchTakenUp", $"\"shownAs\":\"{name.Text}\",")),
        new(
            "A reason in the letter that ends a match",
            "as UTF-8 in east-sussex | west-sussex: west-sussex asks east-sussex: POST",
            (at, reason) => Post(
                at, Planting.East, "matchEnded", $"\"byMaker\":true,\"reason\":\"{reason.Text}\",")),
    ];

    private static async Task OnACard(Planting at, Canary text)
    {
        var maker = new Actor(Planting.West, "maker", World.New());
        var door = at.Network.Doors[Planting.West];
        var token = at.Network.TokenFor(maker);
        _ = (await door.Put($"members/{maker.Id}", token, maker.Profile)).Yes;
        _ = (await door.Put($"offers/{Guid.CreateVersion7()}", token, new SupportOfferTerms
        {
            Side = SupportSide.Offer, Kind = SupportKind.Lift, Audience = SupportAudience.AllAreas,
        })).Yes;
        at.Network.Tap.Change = (way, body) => way.From == Planting.Brighton && way.Path == Offers
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)
                .Replace("\"data\":{", $"\"data\":{{\"text\":\"{text.Text}\",", StringComparison.Ordinal))
            : body;
        using var brighton = at.Network.Tap.Client(Planting.Brighton, Planting.West);
        await brighton.GetStringAsync(new Uri(Offers, UriKind.Relative));
        at.Network.Tap.Change = (_, body) => body;
    }

    private static async Task Post(Planting at, string to, string kind, string more)
    {
        using var west = at.Network.Tap.Client(Planting.West, to);
        var letter =
            $$"""
            {"kind":"{{kind}}",{{more}}"operation":"{{Guid.CreateVersion7()}}","from":"west-sussex","to":"{{to}}",
            "offer":"{{Guid.CreateVersion7()}}","match":"{{Guid.CreateVersion7()}}"}
            """;
        using var body = new StringContent(letter, Encoding.UTF8, "application/json");
        using var answer = await west.PostAsync(new Uri(Letters, UriKind.Relative), body);
    }
}
