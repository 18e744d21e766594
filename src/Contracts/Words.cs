using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerNet.Contracts;

/// <summary>
/// The words of an enumeration in JSON and in URLs: its names in camel case, and nothing else. Its members are 0, 1, 2
/// and so on.
/// </summary>
public static class Words<T> where T : struct, Enum
{
    /// <summary>Every word, in the order of the enumeration.</summary>
    // No dictionary: a process has some seventy enumerations, and would compile twenty more methods for each.
    public static ImmutableArray<string> All { get; } =
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The value of a word, or null if there is no such word.</summary>
    public static T? Find(string word)
    {
        var value = All.IndexOf(word);
        return value < 0 ? null : Unsafe.BitCast<int, T>(value);
    }

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => All[Unsafe.BitCast<T, int>(value)];
}

/// <summary>Reads and writes every enumeration as exactly one of its words.</summary>
internal sealed class WordJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordJson<>).MakeGenericType(typeToConvert))!;
}

/// <summary>
/// The converter of one enumeration. The framework's own also reads other capitals and lists such as
/// <c>present, apologies</c>, which it adds up to a third value.
/// </summary>
internal sealed class WordJson<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && Words<T>.Find(reader.GetString()!) is { } value) return value;
        throw new JsonException($"Use one of these words: {string.Join(", ", Words<T>.All)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words<T>.Of(value));
}
