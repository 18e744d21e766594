using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.NextSteps;

namespace PeerNet.Gateway.Tests.Requests;

/// <summary>What the OpenAPI document says about the bodies of requests.</summary>
public sealed class DocumentTests(RunningArea area)
{
    [Fact]
    public async Task Every_body_has_an_example_that_its_schema_allows() =>
        Assert.Empty(ApiContract.Read((await area.Http.Get("/openapi/v1.json")).Text).FindFaultsOfExamples());

    [Fact]
    public async Task Every_text_number_and_list_that_a_request_may_have_is_limited()
    {
        var document = (await area.Http.Get("/openapi/v1.json")).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var seen = new HashSet<string>();
        var bodies = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("requestBody", out _))
            .Select(operation => operation.Value.GetProperty("requestBody").GetProperty("content")
                .GetProperty("application/json").GetProperty("schema"))
            .ToList();
        Assert.NotEmpty(bodies);
        Assert.Empty(bodies.SelectMany(body => Unlimited("body", body)));

        IEnumerable<string> Unlimited(string name, JsonElement schema)
        {
            if (schema.TryGetProperty("$ref", out var reference))
            {
                var id = reference.GetString()!.Split('/')[^1];
                return seen.Add(id) ? Unlimited(id, schemas.GetProperty(id)) : [];
            }
            var parts = new List<(string, JsonElement)>();
            if (schema.TryGetProperty("properties", out var fields))
                parts.AddRange(fields.EnumerateObject().Select(field => ($"{name}.{field.Name}", field.Value)));
            if (schema.TryGetProperty("items", out var items)) parts.Add(($"{name}[]", items));
            if (schema.TryGetProperty("oneOf", out var some))
                parts.AddRange(some.EnumerateArray().Select(one => (name, one)));
            var within = parts.SelectMany(part => Unlimited(part.Item1, part.Item2));
            return IsLimited(schema) ? within : within.Prepend(name);
        }
    }

    [Fact]
    public async Task The_limits_of_a_schedule_are_those_of_its_rules()
    {
        var schemas = (await area.Http.Get("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        Assert.Equal(12, Of("Schedule", "series").GetProperty("maxItems").GetInt32());
        Assert.Equal(1, Of("Schedule", "series").GetProperty("minItems").GetInt32());
        Assert.Equal(100, Of("Schedule", "except").GetProperty("maxItems").GetInt32());
        Assert.Equal(12, Of("Series", "versions").GetProperty("maxItems").GetInt32());
        Assert.Equal("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$", Of("Series", "id").GetProperty("pattern").GetString());
        Assert.Equal(5, Of("SeriesVersion", "minutes").GetProperty("minimum").GetInt32());
        Assert.Equal(1440, Of("SeriesVersion", "minutes").GetProperty("maximum").GetInt32());
        Assert.Equal(200, Of("SeriesVersion", "rule").GetProperty("maxLength").GetInt32());
        Assert.Equal(20, Of("GroupDescription", "pauses").GetProperty("maxItems").GetInt32());
        var title = Of("PlanMeeting", "title");
        Assert.Equal(MeetingFields.Title.MaxUnits, title.GetProperty("maxLength").GetInt32());
        Assert.EndsWith(
            " Up to 120 characters, as readers count them.", title.GetProperty("description").GetString(),
            StringComparison.Ordinal);

        JsonElement Of(string type, string field) =>
            schemas.GetProperty(type).GetProperty("properties").GetProperty(field);
    }

    [Theory]
    [InlineData("WriteNextStep")]
    [InlineData("TellPractice")]
    [InlineData("AgreeToSentence")]
    [InlineData("RaiseBarrier")]
    public async Task Where_a_program_chooses_who_can_read_something_it_says_that_all_areas_means_the_web(string type)
    {
        var schemas = (await area.Http.Get("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        var readers = schemas.GetProperty(type).GetProperty("properties").GetProperty("readers");
        Assert.Contains("#/components/schemas/Readers\"", readers.GetRawText(), StringComparison.Ordinal);
        var choices = schemas.GetProperty("Readers").GetProperty("description");
        Assert.Contains("allAreas: anybody, on the web", $"{choices}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_readers_find_short_enough_is_so_to_programs_however_it_is_written()
    {
        var lead = await area.APerson();
        var name = string.Concat(Enumerable.Repeat("e\u0323\u0302", GroupFields.Name.Max));
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, lead, Scene.Description with { Name = name })).Is(201);
        (await area.Http.Get(at, lead)).Is(200);
        var schemas = (await area.Http.Get("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        var said = schemas.GetProperty("GroupDescription").GetProperty("properties").GetProperty("name");
        Assert.InRange(name.EnumerateRunes().Count(), 1, said.GetProperty("maxLength").GetInt32());
        Assert.Equal("group.description", (await area.Http.Put(
            $"groups/{Guid.CreateVersion7()}", lead, Scene.Description with { Name = $"{name}e" })).Code);
    }

    [Fact]
    public async Task A_text_from_which_words_were_taken_out_may_be_as_long_as_that_makes_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"next-steps/{Guid.CreateVersion7()}";
        var step = StepsInAScene.AStep(scene.Group, await scene.AGroupOfOther(area.Http));
        var text = string.Join(' ', Enumerable.Repeat("a", NextStepFields.Text.Max / 2 - 1).Append("b"));
        (await area.Http.Put(at, scene.Lead, step with { Text = text })).Is(201);
        (await area.Http.Put($"{at}/taken-out", scene.Coordinator, new TakeOutWords("a"))).Is(200);
        var left = (await area.Http.Get(at, scene.Lead)).Is(200).GetProperty("says").GetProperty("text").GetString()!;
        Assert.InRange(left.Length, NextStepFields.Text.MaxUnits + 1, TakenOut.LeftOf(NextStepFields.Text).MaxUnits);
    }

    private static bool IsLimited(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var types)) return true;
        string[] limits = types.ToString() switch
        {
            var type when type.Contains("string", StringComparison.Ordinal) =>
                ["enum", "format", "pattern", "maxLength"],
            var type when type.Contains("integer", StringComparison.Ordinal) => ["maximum"],
            var type when type.Contains("number", StringComparison.Ordinal) => ["maximum"],
            var type when type.Contains("array", StringComparison.Ordinal) => ["maxItems"],
            _ => ["type"],
        };
        return limits.Any(limit => schema.TryGetProperty(limit, out _));
    }
}
