using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerNet.Contracts;

/// <summary>
/// An opaque id, a UUID made by the caller (version 7 by preference, so that keys sort by time; RFC 9562).
/// </summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>The ID with that UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Creates and parses IDs.</summary>
public static class Ids
{
    /// <summary>
    /// An ID derived from words, the same everywhere: a UUID version 8 (RFC 9562 5.8) from their SHA-256 hash. The
    /// words may contain only IDs, days and numbers.
    /// </summary>
    public static T Of<T>(string words) where T : struct, IId<T>
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return T.From(new Guid(bytes, bigEndian: true));
    }

    /// <summary>A random ID, a UUID version 4: it says nothing about when it was made.</summary>
    public static T Random<T>() where T : struct, IId<T>
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return T.From(new Guid(bytes, bigEndian: true));
    }

    /// <summary>Parses a UUID with hyphens; the nil UUID is not an ID.</summary>
    public static bool TryParse<T>(string? text, out T id) where T : struct, IId<T>
    {
        var good = Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty;
        id = T.From(value);
        return good;
    }
}

/// <summary>Writes an id as its UUID, as a value and as a property name.</summary>
public sealed class IdJson<T> : JsonConverter<T> where T : struct, IId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String && Ids.TryParse(reader.GetString(), out T id)
            ? id
            : throw new JsonException("Use a UUID, such as 01994b1e-7c00-7000-8000-000000000001.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value.ToString());
}
