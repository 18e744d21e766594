using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Reads an enumeration value. An unknown word, from a newer neighbour, is read as a safe default.
/// </summary>
/// <param name="unknown">The safe default.</param>
internal sealed class WordJson<T>(T unknown) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Words<T>.Find(ref reader) ?? unknown;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These options read what neighbours send.");
}

/// <summary>Reads a list of enumeration values, dropping unknown words from a newer neighbour.</summary>
internal sealed class KnownWordsJson<T> : JsonConverter<ImmutableArray<T>> where T : struct, Enum
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Use a list here.");
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

/// <summary>The values of an enumeration, by their words on the wire.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Known =
        Enum.GetValues<T>().ToFrozenDictionary(word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));

    /// <summary>Reads the word, or null if it is unknown here. Throws for anything other than a word.</summary>
    public static T? Find(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("Use a word here.");
        return Known.TryGetValue(reader.GetString()!, out var word) ? word : null;
    }
}
