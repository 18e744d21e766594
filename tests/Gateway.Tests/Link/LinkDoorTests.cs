using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Who gets in at the door for neighbours, and what they can do there.</summary>
public sealed class LinkDoorTests(RunningArea area) : IDisposable
{
    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("peernet-strangers-");

    [Fact]
    public async Task Without_a_certificate_nobody_gets_in()
    {
        using var nobody = new LinkCaller(area.East.At, null);
        await Assert.ThrowsAsync<HttpRequestException>(() => nobody.Get("/link/v1/cards"));
    }

    [Fact]
    public async Task The_right_name_from_another_authority_is_refused()
    {
        var pretending = new LocalAuthority("west-sussex", elsewhere, RunningArea.Now);
        using var pretender = LinkCaller.As(area.East.At, pretending.CertificateFile, pretending.KeyFile);
        await Assert.ThrowsAsync<HttpRequestException>(() => pretender.Get("/link/v1/cards"));
    }

    [Fact]
    public async Task An_areas_own_certificate_is_refused_by_its_own_link()
    {
        using var itself =
            LinkCaller.As(area.East.At, area.East.At.File("link.pem"), area.East.At.File("link.key.pem"));
        await Assert.ThrowsAsync<HttpRequestException>(() => itself.Get("/link/v1/cards"));
    }

    [Fact]
    public async Task A_neighbour_that_writes_in_anothers_name_is_refused()
    {
        using var west = West();
        Assert.Equal((403, "link.not-the-sender"), await west.Post(ALetter() with { From = new("brighton-and-hove") }));
        Assert.Equal((403, "link.not-the-sender"), await west.Post(ALetter() with { From = area.East.Area }));
    }

    [Fact]
    public async Task A_letter_for_another_area_is_refused()
    {
        using var west = West();
        Assert.Equal(
            (422, "link.misdirected"), await west.Post(ALetter() with { To = new AreaId("brighton-and-hove") }));
    }

    [Fact]
    public async Task A_letter_sent_again_or_altered_changes_nothing()
    {
        var scene = await Scene.Make(area);
        using var west = West();
        var asked = new SeatAsked
        {
            From = area.West.Area, To = area.East.Area, Group = scene.Group, Seat = SeatId.Random(), ShownAs = "Robin"
        };
        Assert.Equal((204, null), await west.Post(asked));
        var before = (await area.Http.Get(scene.At, scene.Lead)).Text;
        Assert.Contains("Robin", before, StringComparison.Ordinal);
        Assert.Equal((204, null), await west.Post(asked));
        Assert.Equal((204, null), await west.Post(asked with { ShownAs = "Somebody else" }));
        Assert.Equal((204, null), await west.Post(asked with { ShownAs = "Somebody else" }));
        Assert.Equal(before, (await area.Http.Get(scene.At, scene.Lead)).Text);

        Assert.Equal(
            (204, null),
            await west.Post(new SeatLeft { From = asked.From, To = asked.To, Group = asked.Group, Seat = asked.Seat }));
        var after = (await area.Http.Get(scene.At, scene.Lead)).Text;
        Assert.DoesNotContain("Robin", after, StringComparison.Ordinal);
        Assert.Equal((204, null), await west.Post(asked));
        Assert.Equal(after, (await area.Http.Get(scene.At, scene.Lead)).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("quokka7zx")]
    [InlineData("""{"kind":"memberProfile"}""")]
    [InlineData("""{"kind":"seatLeft","operation":"not an id"}""")]
    public async Task A_body_that_is_not_a_letter_is_refused_without_repeating_it(string body)
    {
        using var west = West();
        using var answer = await west.Post(new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            "quokka",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_there_twice_is_refused()
    {
        using var west = West();
        var letter = JsonSerializer.Serialize<Letter>(ALetter(), LinkJson.Sending);
        var twice = letter.Replace(
            """{"kind":"seatLeft",""", """{"kind":"seatLeft","kind":"seatLeft",""", StringComparison.Ordinal);
        Assert.NotEqual(letter, twice);
        using var answer = await west.Post(new StringContent(twice, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_answer_carries_no_header_that_is_not_in_the_golden_file()
    {
        using var west = West();
        using var page = await west.Get("/link/v1/cards");
        using var offers = await west.Get("/link/v1/offers");
        using var practices = await west.Get("/link/v1/practices");
        using var barriers = await west.Get("/link/v1/barriers");
        using var steps = await west.Get("/link/v1/next-steps");
        using var sentences = await west.Get("/link/v1/sentences");
        using var unchanged = await west.Get("/link/v1/cards", page.Headers.ETag!.ToString());
        using var taken = await west.Post(JsonContent.Create<Letter>(ALetter(), options: LinkJson.Sending));
        using var refused = await west.Post(JsonContent.Create<Letter>(
            ALetter() with { To = new AreaId("brighton-and-hove") }, options: LinkJson.Sending));
        using var nowhere = await west.Get("/nowhere");
        HttpResponseMessage[] answers =
            [page, offers, practices, barriers, steps, sentences, unchanged, taken, refused, nowhere];
        foreach (var answer in answers)
        {
            Assert.Subset(
                WireTests.Headers.ToHashSet(),
                answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).ToHashSet());
            Assert.Equal(
                "group, offer, practice, barrier, nextStep, sentences",
                Assert.Single(answer.Headers.GetValues(Accepts.CardsHeader)));
        }
    }

    [Fact]
    public async Task A_letter_is_small()
    {
        using var west = West();
        using var answer = await west.Post(new ByteArrayContent(new byte[20_000]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("request.too-large", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/api/v1/groups")]
    [InlineData("/")]
    [InlineData("/health/live")]
    public async Task The_link_serves_nothing_else(string path)
    {
        using var west = West();
        using var answer = await west.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_public_door_leads_to_no_address_of_the_link()
    {
        Assert.Equal(401, (await area.Http.Get("/link/v1/cards")).Status);
        Assert.Equal(404, (await area.Http.Get("/link/v1/cards", await area.APerson())).Status);
    }

    [Fact]
    public async Task The_feed_is_compressed_and_sent_once()
    {
        await Scene.Make(area);
        using var west = West();
        using var first = await west.Get("/link/v1/cards");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = await west.Get("/link/v1/cards", first.Headers.ETag!.ToString());
        Assert.True(again.StatusCode == HttpStatusCode.NotModified || again.Headers.ETag != first.Headers.ETag);
    }

    public void Dispose() => elsewhere.Delete(recursive: true);

    private LinkCaller West() =>
        LinkCaller.As(area.East.At, area.West.At.File("link.pem"), area.West.At.File("link.key.pem"));

    private SeatLeft ALetter() => new()
    {
        From = area.West.Area, To = area.East.Area, Group = new(Guid.CreateVersion7()), Seat = SeatId.Random(),
    };
}
