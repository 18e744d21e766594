using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Tests;

/// <summary>The fields that a request can have, by the OpenAPI document: those of its body, and parameters.</summary>
internal sealed partial class RequestFields(JsonElement document)
{
    /// <summary>Whether a request of that operation can have that field, whatever its position in a list.</summary>
    public bool Have(JsonElement operation, string path, string field)
    {
        var name = Position().Replace(FormField.Of(field).Name, "");
        // The body of a head count is what a log calls "unnamed", and both are refused by the same names.
        if (path.EndsWith("/headcount", StringComparison.Ordinal)) name = name.Replace("unnamed.", "");
        return Parameters(operation).Contains(name) || IsIn(Body(operation), name.Split('.'));
    }

    private static IEnumerable<string?> Parameters(JsonElement operation)
    {
        return operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(one => one.GetProperty("name").GetString())
            : [];
    }

    private static JsonElement? Body(JsonElement operation)
    {
        return operation.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema")
            : null;
    }

    private bool IsIn(JsonElement? schema, ReadOnlySpan<string> names)
    {
        if (names.Length == 0) return true;
        foreach (var shape in schema is { } one ? Shapes(one) : [])
        {
            if (shape.TryGetProperty("properties", out var fields) && fields.TryGetProperty(names[0], out var inner)
                && IsIn(inner, names[1..])) return true;
        }
        return false;
    }

    // A schema, what it refers to, what it may be, and what a list of it holds.
    private IEnumerable<JsonElement> Shapes(JsonElement schema)
    {
        yield return schema;
        var inner = new List<JsonElement>();
        if (schema.TryGetProperty("$ref", out var reference)) inner.Add(Referred(reference.GetString()!));
        if (schema.TryGetProperty("items", out var items)) inner.Add(items);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.TryGetProperty(choice, out var choices)) inner.AddRange(choices.EnumerateArray());
        foreach (var shape in inner.SelectMany(Shapes)) yield return shape;
    }

    private JsonElement Referred(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (part, name) => part.GetProperty(name));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Position();
}
