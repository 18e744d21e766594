using System.Text.Json;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>What a person of the west finds of the offers of the east, without anybody asking the east.</summary>
public sealed class OffersAbroadTests(RunningArea area)
{
    private static int outcodes;

    [Fact]
    public async Task An_offer_to_all_areas_is_found_in_another_without_its_text()
    {
        var terms = ForAll();
        var maker = await area.APerson();
        var reader = await area.AWesterner();
        var id = await Made(maker, terms);
        await Made(maker, terms with { Audience = SupportAudience.MyArea });
        var found = await Wait(reader, terms, id);
        Assert.Equal("east-sussex", $"{found.GetProperty("area")}");
        Assert.False(found.GetProperty("terms").TryGetProperty("text", out _));
        Assert.Equal("lift", $"{found.GetProperty("terms").GetProperty("kind")}");
        Assert.Single(await Found(reader, terms));
        var own = Assert.Single(
            await Found(await area.APerson(), terms, area.Http), item => $"{item.GetProperty("id")}" == id);
        Assert.Equal("east-sussex", $"{own.GetProperty("area")}");
        Assert.Equal(terms.Text, $"{own.GetProperty("terms").GetProperty("text")}");
    }

    [Fact]
    public async Task An_offer_that_cannot_be_taken_up_disappears_elsewhere()
    {
        var terms = ForAll();
        var maker = await area.APerson();
        var reader = await area.AWesterner();
        var coordinator = await area.APerson("coordinator");
        string[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Made(maker, terms)))];
        foreach (var id in ids) await Wait(reader, terms, id);
        (await area.Http.Put($"offers/{ids[0]}/pause", maker)).Is(200);
        (await area.Http.Put($"offers/{ids[1]}/hidden", coordinator, new { reason = "No" })).Is(200);
        (await area.Http.Delete($"offers/{ids[2]}", maker)).Is(204);
        (await area.Http.Put(
            $"offers/{ids[3]}/matches/{Guid.CreateVersion7()}", await area.APerson(), SupportOfferAccess.Yes)).Is(201);
        await RunningArea.Until(async () => (await Found(reader, terms)).Count == 1);
        Assert.Equal(ids[4], $"{Assert.Single(await Found(reader, terms)).GetProperty("id")}");
        (await area.Http.Delete($"offers/{ids[0]}/pause", maker)).Is(200);
        await Wait(reader, terms, ids[0]);
    }

    [Fact]
    public async Task Pages_run_through_the_offers_of_all_areas()
    {
        var terms = ForAll();
        var maker = await area.APerson();
        var reader = await area.AWesterner();
        var made = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            made.Add(await Made(maker, terms));
            var id = $"{Guid.CreateVersion7()}";
            (await area.WestHttp.Put($"offers/{id}", await area.AWesterner(), terms)).Is(201);
            made.Add(id);
        }
        foreach (var id in made) await Wait(reader, terms, id);
        var found = new List<string>();
        string? next = null;
        do
        {
            var page = (await area.WestHttp.Get(
                $"offers?outcode={terms.Outcode}&kind=lift&limit=2{(next is null ? "" : $"&cursor={next}")}", reader))
                .Is(200);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id")}"));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.Equal(made.OrderDescending(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task The_list_says_which_areas_answer()
    {
        var reader = await area.AWesterner();
        var terms = ForAll();
        await Wait(reader, terms, await Made(await area.APerson(), terms));
        List<string> answering = [];
        await RunningArea.Until(async () =>
        {
            var areas = (await area.WestHttp.Get("offers?limit=1", reader)).Is(200).GetProperty("areas");
            Assert.Equal(5, areas.GetArrayLength());
            answering = [.. areas.EnumerateArray().Where(one => one.GetProperty("reachable").GetBoolean())
                .Select(one => $"{one.GetProperty("id")}")];
            return answering.Contains("east-sussex");
        });
        Assert.Contains("west-sussex", answering);
        Assert.DoesNotContain("south-sussex", answering);
    }

    [Fact]
    public async Task What_fits_a_request_is_looked_for_in_all_areas()
    {
        var terms = ForAll() with { Kind = SupportKind.Things };
        var asker = await area.AWesterner();
        var id = await Made(await area.APerson(), terms);
        await Wait(asker, terms, id);
        var request = $"{Guid.CreateVersion7()}";
        (await area.WestHttp.Put(
            $"offers/{request}", asker,
            terms with { Side = SupportSide.Request, Audience = SupportAudience.MyArea })).Is(201);
        var fits = (await area.WestHttp.Get($"offers/{request}/fits", asker)).Is(200);
        var fit = Assert.Single(
            fits.GetProperty("items").EnumerateArray(), item => $"{item.GetProperty("id")}" == id);
        Assert.Equal("east-sussex", $"{fit.GetProperty("area")}");
    }

    // No other test makes an offer there.
    private static SupportOfferTerms ForAll()
    {
        var number = Interlocked.Increment(ref outcodes);
        return SupportOfferAccess.ALift with
        {
            Audience = SupportAudience.AllAreas, Text = $"I drive. {RunningArea.Canary}",
            Outcode = $"ZY{number % 10}{(char)('A' + number / 10 % 26)}",
        };
    }

    private async Task<string> Made(Person maker, SupportOfferTerms terms)
    {
        var id = $"{Guid.CreateVersion7()}";
        (await area.Http.Put($"offers/{id}", maker, terms)).Is(201);
        return id;
    }

    private async Task<JsonElement> Wait(Person reader, SupportOfferTerms terms, string id)
    {
        JsonElement found = default;
        await RunningArea.Until(async () =>
        {
            found = (await Found(reader, terms)).FirstOrDefault(item => $"{item.GetProperty("id")}" == id);
            return found.ValueKind == JsonValueKind.Object;
        });
        return found;
    }

    private async Task<List<JsonElement>> Found(Person reader, SupportOfferTerms terms, ApiClient? http = null)
    {
        var page = (await (http ?? area.WestHttp).Get($"offers?outcode={terms.Outcode}&limit=100", reader)).Is(200);
        return [.. page.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("terms").TryGetProperty("outcode", out var outcode)
                && $"{outcode}" == terms.Outcode)];
    }
}
