using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Members;

/// <summary>A group or a seat that must let go of somebody erased.</summary>
[JsonConverter(typeof(LetGoJson))]
internal sealed record LetGo(GroupId? Group, SeatId? Seat)
{
    /// <summary>A group.</summary>
    public static LetGo Of(GroupId group) => new(group, null);

    /// <summary>A seat.</summary>
    public static LetGo Of(SeatId seat) => new(null, seat);
}

/// <summary>A group is its bare id, as in rows from before there were seats; a seat is <c>seat/</c> and its id.</summary>
internal sealed class LetGoJson : JsonConverter<LetGo>
{
    private const string SeatMark = "seat/";

    public override LetGo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return Ids.TryParse(text, out GroupId group) ? LetGo.Of(group)
            : text.StartsWith(SeatMark, StringComparison.Ordinal) && Ids.TryParse(text[SeatMark.Length..], out SeatId seat) ? LetGo.Of(seat)
            : throw new JsonException("Neither a group nor a seat.");
    }

    public override void Write(Utf8JsonWriter writer, LetGo value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Seat is { } seat ? SeatMark + seat : value.Group!.Value.ToString());
}
