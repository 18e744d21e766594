using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PeerNet.Contracts;

/// <summary>
/// How PeerNet writes JSON, in rows and on the wire: camel case, words for enums, no nulls, times as 19:00.
/// </summary>
public static class PeerNetJson
{
    /// <summary>The shared settings.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new());

    /// <summary>Applies the shared settings.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // What can be computed is never stored or sent beside what it is computed from.
        options.IgnoreReadOnlyProperties = true;
        options.AllowDuplicateProperties = false;
        // The default encoder writes six bytes for <, which is needed only for JSON inside HTML, and we put none there.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 16;
        // PostgreSQL's jsonb keeps fields in an order of its own, so the kind of a letter may come anywhere.
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(MessageKinds.Declare);
        options.Converters.Add(new WordJson());
        options.Converters.Add(new DayJson());
        options.Converters.Add(new ClockTimeJson());
        return options;
    }

    /// <summary>
    /// Whether two values have the same content; records compare collections by reference.
    /// </summary>
    public static bool Same<T>(T one, T other)
    {
        return JsonSerializer.SerializeToUtf8Bytes(one, Options)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Options));
    }
}

/// <summary>Reads and writes a time of day, such as <c>19:00</c>; seconds are accepted only if they are zero.</summary>
internal sealed class ClockTimeJson : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String
        && TimeOnly.TryParseExact(
            reader.GetString(), ["HH:mm", "HH:mm:00"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("Use hours and minutes, such as 19:00.");
    }

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}

/// <summary>Reads and writes a date, such as <c>2026-11-17</c>.</summary>
internal sealed class DayJson : JsonConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(
            reader.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new JsonException("Use a date, such as 2026-11-17.");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}
