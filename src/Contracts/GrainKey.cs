using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts;

/// <summary>
/// A grain's key: area, kind and opaque id, such as <c>east-sussex/group/01994b1e-…</c>; never a name, an email
/// address or a hash of one.
/// </summary>
[JsonConverter(typeof(GrainKeyJson))]
public readonly record struct GrainKey(AreaId Area, string Kind, Guid Id)
{
    /// <summary>The key of a grain with that interface; its <c>[GrainInterfaceType]</c> names the kind.</summary>
    public static GrainKey For<TGrain>(AreaId area, Guid id) where TGrain : IGrainWithStringKey =>
        new(area, KindOf<TGrain>.Kind, id);

    /// <summary>The key as Orleans, storage and logs see it.</summary>
    public override string ToString() => $"{Area}/{Kind}/{Id}";

    /// <summary>The grain of that key; its type is the kind.</summary>
    public GrainId ToGrainId() => GrainId.Create(Kind, ToString());

    /// <summary>Reads a key, which has exactly three well-formed parts.</summary>
    public static bool TryParse(string? text, out GrainKey key)
    {
        key = default;
        if (text?.Split('/') is not [var area, var kind, var id]) return false;
        if (!AreaId.TryParse(area, out var areaId) || !Guid.TryParseExact(id, "D", out var guid)) return false;
        key = new(areaId, kind, guid);
        return true;
    }

    /// <summary>Reads a key that PeerNet wrote.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static GrainKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("Not a grain key.");

    /// <summary>The name of a grain interface on the wire.</summary>
    internal static GrainInterfaceType InterfaceOf<TGrain>() => KindOf<TGrain>.Interface;

    private static class KindOf<TGrain>
    {
        private static readonly string Name =
            typeof(TGrain).GetCustomAttributesData()
                .Single(data => data.AttributeType == typeof(GrainInterfaceTypeAttribute))
                .ConstructorArguments[0].Value!.ToString()!;

        // "peernet.group" and a further side of the same grain, "peernet.group.connections", are both of kind "group".
        public static readonly string Kind = Name.Split('.')[1];

        public static readonly GrainInterfaceType Interface = GrainInterfaceType.Create(Name);
    }
}

/// <summary>Writes a key as its text.</summary>
public sealed class GrainKeyJson : JsonConverter<GrainKey>
{
    /// <inheritdoc/>
    public override GrainKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return GrainKey.TryParse(reader.GetString(), out var key)
            ? key
            : throw new JsonException("Use a grain key, such as area/kind/id.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GrainKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
