using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PeerNet.Contracts.Areas;

/// <summary>An area by its word, such as <c>east-sussex</c>; areas are configuration, so any lower-case word with hyphens (2 to 40 characters) is one.</summary>
[GenerateSerializer, Immutable, Alias("peernet.area-id"), JsonConverter(typeof(AreaIdJson))]
public readonly partial record struct AreaId([property: Id(0)] string Value)
{
    /// <summary>Reads an area's word.</summary>
    public static bool TryParse(string? text, out AreaId area)
    {
        area = new(text ?? "");
        return text is not null && Word().IsMatch(text);
    }

    /// <summary>The word itself.</summary>
    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$")]
    private static partial Regex Word();
}

/// <summary>Writes an area as its word.</summary>
public sealed class AreaIdJson : JsonConverter<AreaId>
{
    /// <inheritdoc/>
    public override AreaId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && AreaId.TryParse(reader.GetString(), out var area) ? area : throw new JsonException("An area here is a word like east-sussex.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AreaId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
