using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Refuses null items in lists. The serializer checks fields for null but not list items, and the rules expect none.
/// </summary>
internal static class NoNulls
{
    /// <summary>Checks each list property of a type when it is set.</summary>
    public static void In(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || !IsList(property.PropertyType)) continue;
            property.Set = (owner, value) =>
            {
                if (((IEnumerable)value!).Cast<object?>().Contains(null))
                    throw new JsonException("A list must not contain null.");
                set(owner, value);
            };
        }
    }

    private static bool IsList(Type type)
    {
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && !type.GetGenericArguments()[0].IsValueType;
    }
}
