using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>Invalid addresses, queries and methods.</summary>
public sealed class BadAddressTests(RunningArea area)
{
    private static readonly string[] NoIds =
    [
        "x", "0", "-1", "%20", "..%2f..%2fetc", "a%2Fb", "%ff%fe", "%E2%98%83", "null",
        "00000000-0000-0000-0000-000000000000", "01990000000070008000000000000001",
        "{01990000-0000-7000-8000-000000000001}",
        "01990000-0000-7000-8000-00000000000", "01990000-0000-7000-8000-0000000000011",
        "east-sussex%2Fgroup%2F01990000-0000-7000-8000-000000000001",
        "west-sussex%2Fgroup%2F01990000-0000-7000-8000-000000000001",
        RunningArea.Canary, $"{RunningArea.Canary}%40example.invalid", "';--", "$(id)", "%3Cscript%3E",
        "long" + new string('a', 3000),
    ];

    public static TheoryData<string> Ids => [.. NoIds];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_invalid_id_is_refused_at_every_endpoint(string id)
    {
        var coordinator = await area.APerson("coordinator");
        foreach (var route in ApiRoutes.Of(area).Select(route => route.Split(' ')))
        {
            var parts = route[1].TrimStart('/').Split('/');
            foreach (var at in Enumerable.Range(0, parts.Length).Where(at => parts[at].StartsWith('{')))
            {
                // Some of these could be the short name of an area; that there is no such area is a different refusal.
                if (parts[at] == "{area}" && AreaId.TryParse(id, out _)) continue;
                var filled = parts.Select(part => part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part).ToArray();
                filled[at] = id;
                var path = string.Join('/', filled);
                var answer = await area.Http.Send(new(route[0]), path, coordinator);
                // Refused before any rule runs, or it would be a refusal of a group or a person.
                Assert.True(
                    answer.Status is >= 400 and < 500 && answer.Code!.StartsWith("request.", StringComparison.Ordinal),
                    $"{route[0]} {path}: {answer.Status} {answer.Text}");
            }
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("limit=%00", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=quokka7zx", "cursor")]
    [InlineData("cursor=00000000-0000-0000-0000-000000000000", "cursor")]
    [InlineData("cursor=east-sussex/group/01990000-0000-7000-8000-000000000001", "cursor")]
    [InlineData("cursor=%ff", "cursor")]
    public async Task An_invalid_query_for_groups_is_refused_and_the_parameter_is_named(string query, string field) =>
        (await area.Http.Get($"groups?{query}")).Refuses(400, "request.parameter", field);

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("PUT", "/matches/{new}", """{"shownAs":"Sam"}""")]
    [InlineData("DELETE", "/matches/{new}", null)]
    [InlineData("PUT", "/matches/{new}/arrangement", """{"on":"2026-12-01","at":"10:00","where":"Cafe"}""")]
    [InlineData("PUT", "/matches/{new}/outcome", """{"done":true}""")]
    public async Task A_parameter_that_can_be_left_out_and_cannot_be_read_is_named(
        string method, string at, string? body)
    {
        var match = at.Replace("{new}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal);
        var path = $"offers/{Guid.CreateVersion7()}{match}?area=East";
        (await area.Http.Send(new(method), path, await area.APerson(), ApiClient.Json(body), "*"))
            .Refuses(400, "request.parameter", "area");
    }

    [Fact]
    public async Task A_page_says_that_a_part_of_its_address_cannot_be_read()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        (await browser.Get($"/offers/{Guid.CreateVersion7()}?area=East")).Is(400)
            .Says("A URL parameter or header is invalid");
    }

    [Theory]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=quokka7zx", "from")]
    [InlineData("from=", "from")]
    [InlineData("from=28/02/2026", "from")]
    [InlineData("from=03/04/2026", "from")]
    [InlineData("from=2026-02-28T00:00:00Z", "from")]
    [InlineData("to=20260228", "to")]
    [InlineData("to=0000-00-00", "to")]
    [InlineData("from=2026-01-02&to=2026-01-01", "to")]
    [InlineData("from=2020-01-01&to=2026-01-01", "to")]
    [InlineData("from=0001-01-01&to=9999-12-31", "to")]
    public async Task An_invalid_span_of_days_is_refused_and_the_parameter_is_named(string query, string field)
    {
        (await area.Http.Get($"groups/{Guid.CreateVersion7()}/meetings?{query}"))
            .Refuses(400, "request.parameter", field);
    }

    [Theory]
    [InlineData("to=0001-01-01")]
    [InlineData("from=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("to=9999-12-31")]
    [InlineData("from=9999-12-01&to=9999-12-31")]
    public async Task The_first_and_the_last_days_of_the_calendar_have_no_meetings(string query)
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with
        {
            Schedule =
                Scene.Following(new Contracts.Groups.SeriesVersion(new(2000, 1, 1), Scene.Seven, 60, "FREQ=DAILY"))
        }, "*")).Is(200);
        Assert.Equal(
            0, (await area.Http.Get($"{scene.At}/meetings?{query}")).Is(200).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("groups/%00")]
    [InlineData("members/me%00")]
    [InlineData("/%00")]
    public async Task An_address_with_a_null_character_reaches_nothing(string path) =>
        Assert.Equal(400, (await area.Http.Bare(path)).Status);

    [Theory]
    [InlineData("limit=1")]
    [InlineData($"q={RunningArea.Canary}")]
    [InlineData("%00=1")]
    [InlineData("==")]
    public async Task Unknown_query_parameters_are_refused(string query) =>
        (await area.Http.Get($"area?{query}")).Refuses(400, "request.parameter");

    [Fact]
    public async Task A_query_without_parameters_is_none() => (await area.Http.Get("area?&&")).Is(200);

    [Fact]
    public async Task Methods_that_an_address_does_not_accept_are_refused()
    {
        var coordinator = await area.APerson("coordinator");
        foreach (var address in ApiRoutes.Of(area)
            .Select(route => route.Split(' '))
            .GroupBy(route => route[1].TrimStart('/'), route => route[0]))
        {
            var path = string.Join(
                '/', address.Key.Split('/').Select(part => part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part));
            // members/me is also an invalid ID.
            var methods = ApiRoutes.MethodsAt(area, path);
            foreach (var method in ((string[])["POST", "PATCH", "PUT", "DELETE", "BREW"]).Except(methods))
            {
                var refused = (await area.Http.Send(new(method), path, coordinator)).Refuses(405, "request.method");
                Assert.Subset(refused.ContentHeaders.Allow.ToHashSet(), address.ToHashSet());
            }
        }
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/v1")]
    [InlineData("/api/v2/groups")]
    [InlineData("/api/v1/groups//")]
    [InlineData("/api/v1/Gruppen/quokka7zx")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    public async Task An_address_with_nothing_there_answers_not_found(string path) =>
        (await area.Http.Get(path, await area.APerson())).Refuses(404, "request.not-found");
}
