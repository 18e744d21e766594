using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace PeerNet.Gateway.Tests;

/// <summary>The OpenAPI document of an area. Every answer in every test must be one that it describes.</summary>
internal sealed class ApiContract
{
    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List, RequireFormatValidation = true,
    };

    // Of a list of thousands, an account of every field takes a minute.
    private static readonly EvaluationOptions YesOrNo = new()
    {
        OutputFormat = OutputFormat.Flag, RequireFormatValidation = true,
    };

    private static readonly Uri Api = new("https://peernet.invalid/api");

    private readonly List<(Regex Path, JsonElement Item)> paths;
    private readonly RequestFields fields;
    // Of its own: many tests read documents of their own, which all have the same address.
    private readonly BuildOptions build = new() { SchemaRegistry = new() };
    private readonly ConcurrentDictionary<string, JsonSchema> schemas = new();

    private ApiContract(JsonElement document)
    {
        // An address with fewer parameters comes first: members/me is not members/{id}.
        paths = [.. document.GetProperty("paths").EnumerateObject()
            .OrderBy(path => path.Name.Count(letter => letter == '{'))
            .Select(path => (Form(path.Name), path.Value))];
        fields = new(document);
        var definitions = document.GetProperty("components").GetProperty("schemas").GetRawText();
        JsonSchema.FromText($$"""{"$id":"{{Api}}","$defs":{{Local(definitions)}}}""", build);
    }

    public static ApiContract Read(string document) => new(JsonElement.Parse(document));

    /// <summary>Fails unless the document describes this answer of this operation.</summary>
    public void Check(HttpMethod method, string path, Answer answer)
    {
        var name = (method == HttpMethod.Head ? HttpMethod.Get : method).Method.ToLowerInvariant();
        var at = $"/api/v1/{path.Split('?')[0]}";
        var item = paths.FirstOrDefault(one => one.Path.IsMatch(at)).Item;
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var operation)) return;
        var where = $"{method} {at} {answer.Status}";
        Assert.True(operation.GetProperty("responses").TryGetProperty($"{answer.Status}", out var response), where);
        HasHeaders(response, answer, where);
        // A form shows a refusal beside its field, so the field must be one that the request can have.
        if (answer is { Status: 422, Field: { } field })
            Assert.True(fields.Have(operation, at, field), $"{where} has no {field}: {answer.Text}");
        if (method == HttpMethod.Head) return;
        if (!response.TryGetProperty("content", out var content))
        {
            Assert.True(answer.Text.Length == 0, $"{where}: {answer.Text}");
            return;
        }
        Assert.True(content.TryGetProperty(answer.Type?.MediaType ?? "", out var media), $"{where}: {answer.Type}");
        // Any text is a string, which is all that the document says of it.
        if (answer.Type is { MediaType: MediaTypeNames.Text.Csv }) return;
        var schema = SchemaOf(media.GetProperty("schema").GetRawText());
        if (schema.Evaluate(answer.Json, YesOrNo).IsValid) return;
        Assert.Fail($"{where}: {Faults(schema.Evaluate(answer.Json, Options))} {answer.Text}");
    }

    /// <summary>
    /// What is wrong with the examples of bodies: one is missing, or is not what the document describes.
    /// </summary>
    public IEnumerable<string> FindFaultsOfExamples()
    {
        foreach (var operation in paths.SelectMany(path => path.Item.EnumerateObject()).Select(one => one.Value))
        {
            if (!operation.TryGetProperty("requestBody", out var body)) continue;
            var name = operation.GetProperty("operationId").GetString();
            var media = body.GetProperty("content").GetProperty("application/json");
            if (!media.TryGetProperty("example", out var example))
            {
                yield return $"{name} has no example";
                continue;
            }
            var result = SchemaOf(media.GetProperty("schema").GetRawText()).Evaluate(example, Options);
            if (!result.IsValid) yield return $"{name}: {Faults(result)}";
        }
    }

    private static void HasHeaders(JsonElement response, Answer answer, string where)
    {
        if (!response.TryGetProperty("headers", out var headers) || answer.Status == 429) return;
        foreach (var header in headers.EnumerateObject())
            Assert.True(answer.Headers.Contains(header.Name), $"{where} has no {header.Name}");
    }

    private static string Faults(EvaluationResults result)
    {
        return string.Join("; ", (result.Details ?? []).Where(one => one.Errors is not null)
            .SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {error.Value}")).Take(5));
    }

    private JsonSchema SchemaOf(string schema) =>
        schemas.GetOrAdd(schema, text => JsonSchema.FromText(Local(text), build));

    private static string Local(string text) =>
        text.Replace("#/components/schemas/", $"{Api}#/$defs/", StringComparison.Ordinal);

    private static Regex Form(string path) =>
        new($"^{Regex.Replace(Regex.Escape(path), @"\\\{[^}]*}", "[^/]+")}$", RegexOptions.CultureInvariant);
}
