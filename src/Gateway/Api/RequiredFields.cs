using Microsoft.OpenApi;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Says in the OpenAPI document which fields are always there. An answer leaves out what is null and writes everything
/// else, whatever the serializer requires of a request.
/// </summary>
internal static class RequiredFields
{
    /// <summary>Completes the schemas of the whole document.</summary>
    public static void Complete(Microsoft.OpenApi.OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var sent = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(
            path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var body in operation.RequestBody?.Content?.Values ?? []) Reach(body.Schema, schemas, sent);
        }
        foreach (var (name, one) in schemas)
        {
            if (one is not OpenApiSchema { Properties: { } properties } schema || name == "ProblemDetails") continue;
            var written = properties.Where(property => !IsNullable(property.Value)).Select(property => property.Key);
            schema.Required = sent.Contains(name)
                ? written.Intersect(schema.Required ?? new HashSet<string>()).ToHashSet()
                : written.ToHashSet();
        }
    }

    private static void Reach(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> all, HashSet<string> reached)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (reached.Add(id) && all.TryGetValue(id, out var target)) Reach(target, all, reached);
            return;
        }
        if (schema is null) return;
        IEnumerable<IOpenApiSchema> parts =
            [.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? []];
        foreach (var part in schema.Items is { } items ? parts.Append(items) : parts) Reach(part, all, reached);
    }

    private static bool IsNullable(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference) return false;
        return schema.Type?.HasFlag(JsonSchemaType.Null) == true
            || (schema.OneOf ?? schema.AnyOf ?? []).Any(one => one is OpenApiSchema { Type: JsonSchemaType.Null });
    }
}
