using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Panels;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Says of the values in the OpenAPI document what the serializer cannot know: how our own converters write them.
/// </summary>
internal static class OpenApiSchemas
{
    /// <summary>Completes the schema of one type.</summary>
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        Describe(schema, context.JsonTypeInfo.Type);
        return Task.CompletedTask;
    }

    /// <summary>The schema of a value that our own converters write, for parameters.</summary>
    public static OpenApiSchema? Of(Type type) => OfNullable(Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>The same for a value that may be null, if its type says so.</summary>
    public static OpenApiSchema? OfNullable(Type type)
    {
        var schema = new OpenApiSchema();
        Describe(schema, type);
        return schema.Type is null ? null : schema;
    }

    /// <summary>A refusal or a fault (RFC 9457), as <c>Problems/Answer.cs</c> writes it.</summary>
    public static OpenApiSchema Problem()
    {
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal or a fault (RFC 9457). /problems explains every code.",
            Required = new HashSet<string> { "type", "title", "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("The page that explains the code.", format: "uri-reference"),
                ["title"] = Text("What is wrong; the same words every time."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text("What to do, or which values are allowed."),
                ["code"] = Text("The stable name, such as group.full."),
                ["field"] = Text("The part of the request that caused it, if there is one."),
                ["traceId"] = Text("The trace in which an operator finds the request."),
                ["instance"] = Text("Not used."),
            },
        };
    }

    /// <summary>
    /// How to reach a person. Its converter also reads a string, which generated clients need not know.
    /// </summary>
    public static OpenApiSchema Contact()
    {
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = "How to reach a person. A string is accepted too, and read as what it looks like.",
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["email"] = Line(MemberFields.Email, "An email address."),
                ["phone"] = Line(MemberFields.Phone, "A phone number."),
                ["other"] = Line(MemberFields.Other, "Any other way."),
            },
        };
    }

    private static OpenApiSchema Line(TextRule rule, string description)
    {
        return new()
        {
            Type = JsonSchemaType.String | JsonSchemaType.Null,
            Description = $"{description} Up to {rule.Max} characters, as readers count them.",
            MinLength = 1,
            // JSON Schema counts code points.
            MaxLength = rule.MaxUnits,
        };
    }

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = plain != type;
        if (plain.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
            String("uuid", null);
        else if (plain == typeof(AreaId)) String(null, $"^{AreaId.Form}$");
        else if (plain == typeof(Day) || plain == typeof(DateOnly)) String("date", null);
        else if (plain == typeof(TimeOnly)) String(null, "^([01][0-9]|2[0-3]):[0-5][0-9]$");
        else if (plain == typeof(DateTimeOffset)) String("date-time", null);
        else if (plain.IsEnum || plain == typeof(CandidateLetter))
        {
            String(null, null);
            var words = WordsOf(plain.IsEnum ? plain : typeof(Candidate));
            schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word)!)];
            if (isNullable) schema.Enum.Add(JsonNullSentinel.JsonNull);
            if (plain == typeof(Readers))
                schema.Description = "myArea: people in this area who are signed in; allAreas: anybody, on the web.";
        }

        void String(string? format, string? pattern)
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = format;
            schema.Pattern = pattern;
        }
    }

    private static IEnumerable<string> WordsOf(Type type) =>
        (ImmutableArray<string>)typeof(Words<>).MakeGenericType(type).GetProperty(nameof(Words<>.All))!.GetValue(null)!;

    private static OpenApiSchema Text(string description, string? format = null) =>
        new() { Type = JsonSchemaType.String, Description = description, Format = format };
}
