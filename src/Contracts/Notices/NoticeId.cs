using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Notices;

/// <summary>
/// The ID of a notice, derived from what it is about, so that telling somebody the same thing again is nothing new.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.notice-id"), JsonConverter(typeof(IdJson<NoticeId>))]
public readonly record struct NoticeId([property: Id(0)] Guid Value) : IId<NoticeId>
{
    /// <inheritdoc/>
    public static NoticeId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out NoticeId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
