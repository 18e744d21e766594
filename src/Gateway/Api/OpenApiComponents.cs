using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Completes the components of the OpenAPI document that the framework leaves empty: it calls no transformer for types
/// that it first meets inside a list. It also adds the limits of each field.
/// </summary>
internal static class OpenApiComponents
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(PeerNetJson).Assembly.GetTypes()
        .Concat(typeof(OpenApiComponents).Assembly.GetTypes())
        .Where(type => type is { IsPublic: true, IsGenericType: false })
        .DistinctBy(type => type.Name)
        .ToFrozenDictionary(type => type.Name);

    /// <summary>Completes the schemas by the types of the same name.</summary>
    public static void Complete(IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (var (name, one) in schemas.ToList())
        {
            if (one is not OpenApiSchema schema || !Types.TryGetValue(name, out var type)) continue;
            // A type first met as a nullable value would be nullable everywhere. References say that by themselves.
            var isNullable = schema.Type?.HasFlag(JsonSchemaType.Null) == true;
            if ((IsEmpty(schema) || isNullable) && OpenApiSchemas.Of(type) is { } known) schemas[name] = known;
            if (schema.Properties is { } properties) Complete(schemas, properties, type);
        }
        schemas[nameof(Contact)] = OpenApiSchemas.Contact();
        if (schemas.TryGetValue(nameof(JsonElement), out var ignored))
            ignored.Description = "Accepted when an answer is sent back, and ignored.";
    }

    private static void Complete(
        IDictionary<string, IOpenApiSchema> schemas, IDictionary<string, IOpenApiSchema> properties, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out var schema)) continue;
            // Computed, and not marked as written all the same, so it is neither sent nor read.
            if (property.SetMethod is null && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            {
                properties.Remove(name);
                continue;
            }
            var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (ItemOf(plain) is { } item && OpenApiSchemas.Of(item) is not null && schema is OpenApiSchema list)
                list.Items = Reference(schemas, item);
            if (plain.IsEnum && plain != property.PropertyType) properties[name] = new OpenApiSchema
            {
                Description = schema.Description,
                OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, Reference(schemas, plain)],
            };
            else if (IsEmpty(schema) && OpenApiSchemas.OfNullable(property.PropertyType) is { } known)
                properties[name] = known;
            if (properties[name] is OpenApiSchema whole) FieldLimits.Apply(whole, property.DeclaringType!, name);
        }
    }

    // A type with a name of its own in the document is one in a generated client, too.
    private static IOpenApiSchema Reference(IDictionary<string, IOpenApiSchema> schemas, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not null
            || type.Namespace?.StartsWith("PeerNet.", StringComparison.Ordinal) != true)
            return OpenApiSchemas.Of(type)!;
        schemas.TryAdd(type.Name, OpenApiSchemas.Of(type)!);
        return new OpenApiSchemaReference(type.Name);
    }

    private static Type? ItemOf(Type type)
    {
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? type.GetGenericArguments()[0]
            : null;
    }

    private static bool IsEmpty(IOpenApiSchema schema)
    {
        return schema is OpenApiSchema { Type: null, Properties: null } one
            && (one.OneOf ?? one.AnyOf ?? one.AllOf) is not { Count: > 0 };
    }
}
