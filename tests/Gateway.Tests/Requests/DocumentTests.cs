using System.Text.Json;

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
        Assert.Equal(120, Of("PlanMeeting", "title").GetProperty("maxLength").GetInt32());

        JsonElement Of(string type, string field) =>
            schemas.GetProperty(type).GetProperty("properties").GetProperty(field);
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
