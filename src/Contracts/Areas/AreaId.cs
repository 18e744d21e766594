using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PeerNet.Contracts.Areas;

/// <summary>
/// The short name of an area, such as <c>east-sussex</c>: 2 to 40 lower-case letters, digits and hyphens. Areas are
/// configuration, so any such name is valid.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.area-id"), JsonConverter(typeof(AreaIdJson))]
public readonly partial record struct AreaId([property: Id(0)] string Value)
{
    /// <summary>What a short name looks like, as a regular expression for all of it.</summary>
    public const string Form = "[a-z][a-z0-9-]{1,39}";

    /// <summary>Parses the short name of an area.</summary>
    public static bool TryParse(string? text, out AreaId area)
    {
        area = new(text ?? "");
        return text is not null && Word().IsMatch(text);
    }

    /// <summary>The short name.</summary>
    public override string ToString() => Value;

    [GeneratedRegex($"^{Form}\\z")]
    private static partial Regex Word();
}

/// <summary>Reads and writes an area as its short name.</summary>
public sealed class AreaIdJson : JsonConverter<AreaId>
{
    /// <inheritdoc/>
    public override AreaId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String && AreaId.TryParse(reader.GetString(), out var area)
            ? area
            : throw new JsonException("Use the short name of an area, such as east-sussex.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AreaId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
