using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// The ID of a correction to a meeting's record. The sender chooses it, so that sending the correction again changes
/// nothing.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.correction-id"), JsonConverter(typeof(IdJson<CorrectionId>))]
public readonly record struct CorrectionId([property: Id(0)] Guid Value) : IId<CorrectionId>
{
    /// <inheritdoc/>
    public static CorrectionId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out CorrectionId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID, which is all that keys and logs contain.</summary>
    public override string ToString() => Value.ToString();
}
