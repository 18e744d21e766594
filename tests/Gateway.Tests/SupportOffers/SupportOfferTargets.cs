using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>What can be written about offers, with a valid body.</summary>
internal sealed class SupportOfferTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("changing an offer", "offers/{offer}", """
            {
              "side": "offer", "kind": "lift", "text": "I drive", "audience": "allAreas", "days": ["mon"],
              "partsOfDay": ["morning"], "outcode": "BN7", "online": true, "howOften": "monthly", "timesAMonth": 4,
              "urgency": "thisWeek", "languages": ["en"], "needs": ["stepFree"], "expiresOn": "{tomorrow}"
            }
            """,
            "text outcode expiresOn", "side kind timesAMonth", ChecksVersion: true, FreeText: "text"),
        new(
            "hiding an offer", "offers/{offer}/hidden", """{ "reason": "It names somebody" }""", "", "reason",
            FreeText: "reason"),
        new(
            "taking up an offer", "offers/{theirs}/matches/{taken}",
            """{ "shownAs": "Robin", "showContact": "phone" }""", "showContact", "shownAs", FreeText: "shownAs"),
        new(
            "agreeing to a match", "offers/{offer}/matches/{agreed}/agreement",
            """{ "shownAs": "Kim", "showContact": "email" }""", "showContact", "shownAs", FreeText: "shownAs"),
        new(
            "arranging a match", "offers/{offer}/matches/{agreed}/arrangement",
            """{ "on": "{tomorrow}", "at": "10:30", "where": "Outside" }""", "at where", "on", FreeText: "where"),
        new(
            "saying how a match went", "offers/{offer}/matches/{arranged}/outcome",
            """{ "done": true, "words": "Thank you" }""", "words", "done", FreeText: "words"),
    ];
}

/// <summary>An offer of the coordinator with two matches, and one that the coordinator has taken up.</summary>
internal sealed record OfferGround(string Offer, string Agreed, string Arranged, string Theirs, string Taken)
{
    public static async Task<OfferGround> Make(ApiClient http, Scene scene)
    {
        var ids = Enumerable.Range(0, 5).Select(_ => $"{Guid.CreateVersion7()}").ToArray();
        var ground = new OfferGround(ids[0], ids[1], ids[2], ids[3], ids[4]);
        var always = SupportOfferAccess.ALift with { HowOften = SupportFrequency.AsLongAsItLasts };
        var mine = $"offers/{ground.Offer}/matches";
        (await http.Put($"offers/{ground.Offer}", scene.Coordinator, always)).Is(201);
        (await http.Put($"offers/{ground.Theirs}", scene.Other, always)).Is(201);
        (await http.Put($"offers/{ground.Theirs}/matches/{ground.Taken}", scene.Coordinator, Yes)).Is(201);
        foreach (var (match, taker) in new[] { (ground.Agreed, scene.Other), (ground.Arranged, scene.Member) })
        {
            (await http.Put($"{mine}/{match}", taker, Yes)).Is(201);
            (await http.Put($"{mine}/{match}/agreement", scene.Coordinator, Yes)).Is(200);
        }
        var tomorrow = new Arrangement(RunningArea.Today.AddDays(1));
        (await http.Put($"{mine}/{ground.Arranged}/arrangement", scene.Coordinator, tomorrow)).Is(200);
        return ground;
    }

    public string Fill(string text)
    {
        return text
            .Replace("{offer}", Offer, StringComparison.Ordinal)
            .Replace("{agreed}", Agreed, StringComparison.Ordinal)
            .Replace("{arranged}", Arranged, StringComparison.Ordinal)
            .Replace("{theirs}", Theirs, StringComparison.Ordinal)
            .Replace("{taken}", Taken, StringComparison.Ordinal);
    }

    private static SayYes Yes => SupportOfferAccess.Yes;
}
