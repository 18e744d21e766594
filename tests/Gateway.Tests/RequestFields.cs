using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Tests;

/// <summary>The fields that requests can have, from the OpenAPI document: those of the body, and parameters.</summary>
internal sealed partial class RequestFields(JsonElement document)
{
    /// <summary>Whether a request with that method and path can have that field; a position in a list is left out of account.</summary>
    public bool Have(HttpMethod method, string path, string field)
    {
        var operation = Operation(method, path.Split('?')[0].Split('/'));
        var name = Position().Replace(FormField.Of(field).Name, "");
        // The body of a head count is what a record calls "unnamed", and both are refused by the same names.
        if (path.EndsWith("/headcount", StringComparison.Ordinal) && name.StartsWith("unnamed.", StringComparison.Ordinal)) name = name["unnamed.".Length..];
        return Parameters(operation).Contains(name) || IsIn(Body(operation), name.Split('.'));
    }

    private JsonElement Operation(HttpMethod method, string[] parts)
    {
        var found = document.GetProperty("paths").EnumerateObject().Where(path => Fits(path.Name["/api/v1/".Length..].Split('/'), parts))
            .OrderBy(path => path.Name.Count(letter => letter == '{')).First();
        return found.Value.EnumerateObject().Single(operation => operation.NameEquals(method.Method.ToLowerInvariant())).Value;
    }

    private static bool Fits(string[] template, string[] parts) =>
        template.Length == parts.Length && template.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static IEnumerable<string?> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(one => one.GetProperty("name").GetString()) : [];

    private static JsonElement? Body(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema") : null;

    private bool IsIn(JsonElement? schema, ReadOnlySpan<string> names)
    {
        if (names.Length == 0) return true;
        foreach (var shape in schema is { } one ? Shapes(one) : [])
        {
            if (IsAnything(shape)) return true;
            if (shape.TryGetProperty("properties", out var fields) && fields.TryGetProperty(names[0], out var inner) && IsIn(inner, names[1..])) return true;
        }
        return false;
    }

    // A type with a converter of its own is not described.
    private static bool IsAnything(JsonElement schema) => schema.EnumerateObject().All(field => field.NameEquals("description"));

    // A schema, what it refers to, what it may be, and what a list of it holds.
    private IEnumerable<JsonElement> Shapes(JsonElement schema)
    {
        yield return schema;
        var inner = new List<JsonElement>();
        if (schema.TryGetProperty("$ref", out var reference)) inner.Add(Referred(reference.GetString()!));
        if (schema.TryGetProperty("items", out var items)) inner.Add(items);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (schema.TryGetProperty(choice, out var choices)) inner.AddRange(choices.EnumerateArray());
        }
        foreach (var shape in inner.SelectMany(Shapes)) yield return shape;
    }

    private JsonElement Referred(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (part, name) => part.GetProperty(name));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Position();
}
