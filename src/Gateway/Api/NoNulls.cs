using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Refuses null as an item of a list: the serializer checks fields for it but not items, and rules expect none.
/// </summary>
internal static class NoNulls
{
    /// <summary>Looks at each list of the type as it is set.</summary>
    public static void In(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || !IsList(property.PropertyType)) continue;
            property.Set = (owner, value) =>
            {
                if (((IEnumerable)value!).Cast<object?>().Contains(null))
                    throw new JsonException("A list here has no null in it.");
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
