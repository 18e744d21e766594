using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Reads one of a fixed list of words; a word that only a newer neighbour knows is read as a safe one.
/// </summary>
/// <param name="unknown">The safe one.</param>
internal sealed class WordJson<T>(T unknown) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Words<T>.Find(ref reader) ?? unknown;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These options read what neighbours send.");
}

/// <summary>Reads a list of such words without those that only a newer neighbour knows.</summary>
internal sealed class KnownWordsJson<T> : JsonConverter<ImmutableArray<T>> where T : struct, Enum
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list is expected here.");
        var known = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Words<T>.Find(ref reader) is { } word) known.Add(word);
        }
        return known.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These options read what neighbours send.");
}

/// <summary>The words of an enumeration as they are on the wire.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Known =
        Enum.GetValues<T>().ToFrozenDictionary(word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));

    /// <summary>The word at the reader, or null if it is not known here; anything but a word is refused.</summary>
    public static T? Find(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A word is expected here.");
        return Known.TryGetValue(reader.GetString()!, out var word) ? word : null;
    }
}
