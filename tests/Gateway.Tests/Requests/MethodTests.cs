namespace PeerNet.Gateway.Tests.Requests;

/// <summary>What every address does with methods, encodings, queries and tokens.</summary>
public sealed class MethodTests(RunningArea area)
{
    [Fact]
    public async Task Head_answers_as_get_does_without_a_body()
    {
        var scene = await (await Scene.Make(area)).Known();
        string[] all = [
            "area", "groups", scene.At, $"{scene.At}/meetings", $"{scene.At}/connections", "members/me",
            "members/me/attendance", $"members/{scene.Lead.Id}", $"groups/{Guid.CreateVersion7()}", "/", "/problems",
            "/openapi/v1.json",
        ];
        foreach (var at in all)
        {
            var get = await area.Http.Get(at, scene.Lead);
            var head = await area.Http.Send(HttpMethod.Head, at, scene.Lead);
            Assert.Equal((get.Status, get.ETag, get.Type, ""), (head.Status, head.ETag, head.Type, head.Text));
        }
    }

    [Fact]
    public async Task Options_lists_the_methods_of_every_address_to_anyone()
    {
        foreach (var address in ApiRoutes.Of(area).Select(route => route.Split(' ')[1].TrimStart('/')).Distinct())
        {
            var path = string.Join(
                '/', address.Split('/').Select(part => part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part));
            // members/me is also an ID by its form.
            var methods = ApiRoutes.MethodsAt(area, path);
            var expected = methods.Concat(methods.Contains("GET") ? ["HEAD"] : []).Append("OPTIONS").ToHashSet();
            var answer = await area.Http.Send(HttpMethod.Options, path);
            Assert.Equal((204, ""), (answer.Status, answer.Text));
            Assert.Equal(expected, answer.ContentHeaders.Allow.ToHashSet());
            var refused = (await area.Http.Send(HttpMethod.Patch, path)).Refuses(405, "request.method");
            Assert.Equal(expected, refused.ContentHeaders.Allow.ToHashSet());
        }
        (await area.Http.Send(HttpMethod.Options, "nowhere", await area.APerson())).Refuses(404, "request.not-found");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, identity")]
    [InlineData("x")]
    public async Task A_body_in_an_encoding_that_is_not_read_is_refused(string encoding)
    {
        var lead = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        var body = ApiClient.Body(Scene.Description)!;
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        (await area.Http.Send(HttpMethod.Put, at, lead, body)).Refuses(415, "request.encoding");
        (await area.Http.Get(at)).Refuses(404, "group.not-found");
    }

    [Fact]
    public async Task A_body_in_the_identity_encoding_is_read()
    {
        var body = ApiClient.Body(Scene.Description)!;
        body.Headers.TryAddWithoutValidation("Content-Encoding", "identity");
        (await area.Http.Send(HttpMethod.Put, $"groups/{Guid.CreateVersion7()}", await area.APerson(), body)).Is(201);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"utf-8\"")]
    [InlineData("Application/JSON; Charset=\"UTF-8\"")]
    public async Task A_body_in_UTF_8_is_read_whether_or_not_the_charset_is_quoted(string type)
    {
        var body = ApiClient.Body(Scene.Description)!;
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        (await area.Http.Send(HttpMethod.Put, $"groups/{Guid.CreateVersion7()}", await area.APerson(), body)).Is(201);
    }

    [Fact]
    public async Task A_read_has_no_body_whose_encoding_matters()
    {
        var nothing = new ByteArrayContent([]);
        nothing.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        (await area.Http.Send(HttpMethod.Get, "area", null, nothing)).Is(200);
    }

    [Fact]
    public async Task Query_parameters_that_an_address_does_not_have_are_refused_everywhere()
    {
        var coordinator = await area.APerson("coordinator");
        foreach (var route in ApiRoutes.Of(area).Select(route => route.Split(' ')))
        {
            var path = string.Join(
                '/', route[1].TrimStart('/').Split('/')
                    .Select(part => part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part));
            var refused = await area.Http.Send(new(route[0]), $"{path}?limt=1", coordinator);
            refused.Refuses(400, "request.parameter", "limt");
            Assert.Matches("takes none|Use any of", refused.Json.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData("from=2026-01-01&from=2026-01-02", "from")]
    [InlineData("to=2026-01-01&to=2026-01-01", "to")]
    [InlineData("From=2026-01-01", "From")]
    public async Task A_parameter_is_given_once_and_as_it_is_spelt(string query, string field)
    {
        (await area.Http.Get($"groups/{Guid.CreateVersion7()}/meetings?{query}"))
            .Refuses(400, "request.parameter", field);
    }

    [Theory]
    [InlineData("area")]
    [InlineData("groups")]
    [InlineData("groups/01990000-0000-7000-8000-000000000001")]
    [InlineData("groups/01990000-0000-7000-8000-000000000001/meetings")]
    [InlineData("/problems")]
    [InlineData("/")]
    public async Task A_token_that_is_not_valid_here_is_refused_at_public_addresses_too(string at)
    {
        foreach (var token in (string[])
            ["x", "a.b.c", area.West.Tokens.For(new(Guid.CreateVersion7()), "coordinator", RunningArea.Now)])
        {
            Assert.Equal("Bearer", (await area.Http.Get(at, new(default, token)))
                .Refuses(401, "access.token-refused").Headers.WwwAuthenticate.ToString());
        }
        Assert.NotEqual(401, (await area.Http.Get(at)).Status);
        Assert.NotEqual(401, (await area.Http.Get(at, await area.APerson())).Status);
    }

    [Fact]
    public async Task Whatever_is_created_can_be_read_at_its_location()
    {
        var place = await BadInput.Place.Make(area);
        var lead = place.Scene.Lead;
        var stranger = place.Scene.Stranger;
        var made = new List<(Answer, Person)>
        {
            (await area.Http.Put($"groups/{Guid.CreateVersion7()}", lead, Scene.Description), lead),
            (await area.Http.Put($"{place.Scene.At}/members/{stranger.Id}", stranger), stranger),
            (
                await area.Http.Put(place.Fill("meetings/{logged}/corrections/{new}"), lead, new { why = "A slip" }),
                lead),
            (await area.Http.Put(place.Fill("meetings/{new}/record"), lead, new
            {
                groupId = place.Scene.Group, heldOn = RunningArea.Today.AddDays(-1), startsAt = "19:00"
            }), lead),
            (await area.Http.Put(
                $"{place.Scene.At}/connections/north-sussex/{Guid.CreateVersion7()}", lead, new { }), lead),
        };
        foreach (var (answer, by) in made)
        {
            answer.Is(201);
            (await area.Http.Get($"{answer.Headers.Location}", by)).Is(200);
        }
    }

    [Fact]
    public async Task No_answer_of_the_api_is_kept_by_a_cache()
    {
        var scene = await Scene.Make(area);
        foreach (var at in (string[])[
            "area", "groups", scene.At, $"{scene.At}/meetings", $"{scene.At}/connections", "members/me",
            "members/me/attendance", "nowhere", "members/x", $"groups/{Guid.CreateVersion7()}", "groups?x=1",
        ])
        {
            Assert.Equal("no-store", $"{(await area.Http.Get(at, scene.Lead)).Headers.CacheControl}");
            Assert.Equal("no-store", $"{(await area.Http.Get(at)).Headers.CacheControl}");
        }
    }
}
