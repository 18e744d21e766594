using System.Text.Json.Serialization.Metadata;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Allows a response to be edited and sent back: a request ignores the fields that only its response has, and still
/// refuses other unknown fields.
/// </summary>
internal static class RoundTrip
{
    /// <summary>Adds the response-only fields to the request type, which then reads and drops them.</summary>
    public static Action<JsonTypeInfo> Accepts<TRequest, TAnswer>() => type =>
    {
        if (type.Type != typeof(TRequest)) return;
        var known = type.Properties.Select(p => p.Name).ToHashSet();
        foreach (var property in typeof(TAnswer).GetProperties())
        {
            var name = type.Options.PropertyNamingPolicy!.ConvertName(property.Name);
            if (!known.Add(name)) continue;
            var dropped = type.CreateJsonPropertyInfo(typeof(System.Text.Json.JsonElement), name);
            dropped.Set = (_, _) => { };
            type.Properties.Add(dropped);
        }
    };
}
