using System.Text;
using PeerNet.Contracts.Groups;
using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>What one area sends another.</summary>
internal static class SentLeaks
{
    private const string Letters = "/link/v1/letters", Cards = "/link/v1/cards";

    public static IEnumerable<Leak> All { get; } =
    [
        new("An email in the text of a card", "as UTF-8 in brighton-and-hove: rows of card", InACard, Leaking.Email),
        new(
            "A field too many on a card",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex answers brighton-and-hove: GET /link/v1/cards",
            OnACard,
            Leaking.Email),
        new(
            "A field too many in a letter",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, email) => Post(at, Planting.Brighton, Guid.CreateVersion7(), email.Text),
            Leaking.Email),
        new(
            "A member's id in a letter in place of the token",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, id) => Post(at, Planting.Brighton, id.Id!.Value),
            Leaking.MemberId),
        new(
            "A seat's token in a letter to the third area",
            "as UTF-8 in east-sussex | west-sussex: west-sussex asks east-sussex: POST",
            (at, seat) => Post(at, Planting.East, seat.Id!.Value),
            Leaking.Seat),
        new(
            "An area's count in a letter",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, count) => Post(
                at, Planting.Brighton,
                $$"""
                {"kind":"sumSent","operation":"{{Guid.CreateVersion7()}}","from":"west-sussex",
                "to":"brighton-and-hove","gathering":"{{Guid.CreateVersion7()}}",
                "question":"{{Guid.CreateVersion7()}}","attempt":1,"plain":[174,{{count.Text}}]}
                """),
            Leaking.Count),
        new(
            "A header of a letter",
            "as UTF-8 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, name) => Post(at, Planting.Brighton, Guid.CreateVersion7(), header: name.Mark)),
        new(
            "A note in base64 in a letter",
            "as base64 +0 in brighton-and-hove | west-sussex: west-sussex asks brighton-and-hove: POST",
            (at, name) =>
            Post(
                at,
                Planting.Brighton,
                Guid.CreateVersion7(),
                Convert.ToBase64String(Encoding.UTF8.GetBytes(name.Mark)))),
    ];

    // Nothing stops a lead from writing an address where everybody reads it; whoever does not look finds it in three
    // areas.
    private static async Task InACard(Planting at, Canary email)
    {
        var lead = new Actor(Planting.West, "lead", World.New());
        var door = at.Network.Doors[Planting.West];
        var token = at.Network.TokenFor(lead);
        _ = (await door.Put($"members/{lead.Id}", token, lead.Profile)).Yes;
        var group = Guid.CreateVersion7();
        _ = (await door.Put(
            $"groups/{group}", token, new GroupDescription { Name = "Tea", About = $"Write to {email.Text}" })).Yes;
        var coordinator = at.Network.TokenFor(new Actor(Planting.West, "coordinator", World.New()));
        _ = (await door.Put($"groups/{group}/welcome", coordinator, new { })).Yes;
        await Eventually.So("Brighton finds the group", async () => (await at.Network.Doors[Planting.Brighton].Get(
            $"groups?text={email.Mark}")).Yes.GetProperty("total").GetInt32() == 1);
    }

    private static async Task OnACard(Planting at, Canary email)
    {
        at.Network.Tap.Change = (way, body) => way.From == Planting.Brighton && way.Path == Cards
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)
                .Replace("\"data\":{", $"\"data\":{{\"email\":\"{email.Text}\",", StringComparison.Ordinal))
            : body;
        using var brighton = at.Network.Tap.Client(Planting.Brighton, Planting.West);
        await brighton.GetStringAsync(new Uri(Cards, UriKind.Relative));
        at.Network.Tap.Change = (_, body) => body;
    }

    private static Task Post(Planting at, string to, Guid seat, string? note = null, string? header = null)
    {
        var more = note is null ? "" : $$""","note":"{{note}}" """;
        var letter =
            $$"""
            {"kind":"seatLeft","operation":"{{Guid.CreateVersion7()}}","from":"west-sussex","to":"{{to}}",
            "group":"{{Guid.CreateVersion7()}}","seat":"{{seat}}"{{more}}}
            """;
        return Post(at, to, letter, header);
    }

    private static async Task Post(Planting at, string to, string letter, string? header = null)
    {
        using var west = at.Network.Tap.Client(Planting.West, to);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, Letters) { Content = new StringContent(letter, Encoding.UTF8, "application/json") };
        if (header is not null) request.Headers.TryAddWithoutValidation("X-Who", header);
        using var answer = await west.SendAsync(request);
    }
}
