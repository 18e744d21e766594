using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Lenses;

/// <summary>The ID of a lens.</summary>
[GenerateSerializer, Immutable, Alias("peernet.lens-id"), JsonConverter(typeof(IdJson<LensId>))]
public readonly record struct LensId([property: Id(0)] Guid Value) : IId<LensId>
{
    /// <inheritdoc/>
    public static LensId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out LensId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
