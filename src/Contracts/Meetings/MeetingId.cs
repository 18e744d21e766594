using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Meetings;

/// <summary>The ID of a meeting.</summary>
[GenerateSerializer, Immutable, Alias("peernet.meeting-id"), JsonConverter(typeof(IdJson<MeetingId>))]
public readonly record struct MeetingId([property: Id(0)] Guid Value) : IId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out MeetingId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID, which is all that keys and logs contain.</summary>
    public override string ToString() => Value.ToString();
}
