using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Reads an enumeration value. An unknown word, from a newer neighbour, is read as a safe default.
/// </summary>
/// <param name="unknown">The safe default.</param>
internal sealed class KnownWordJson<T>(T unknown) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WordReader.Find<T>(ref reader) ?? unknown;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These options read what neighbours send.");
}

/// <summary>Reads an optional enumeration value. An unknown word, from a newer neighbour, is read as none.</summary>
internal sealed class OptionalWordJson<T> : JsonConverter<T?> where T : struct, Enum
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WordReader.Find<T>(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
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
            if (WordReader.Find<T>(ref reader) is { } word) known.Add(word);
        }
        return known.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These options read what neighbours send.");
}

/// <summary>Reads words of an enumeration.</summary>
internal static class WordReader
{
    /// <summary>Reads the word, or null if it is unknown here. Throws for anything other than a word.</summary>
    public static T? Find<T>(ref Utf8JsonReader reader) where T : struct, Enum
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("Use a word here.");
        return Words<T>.Find(reader.GetString()!);
    }
}
