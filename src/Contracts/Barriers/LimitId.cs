using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Barriers;

/// <summary>The ID of a limit.</summary>
[GenerateSerializer, Immutable, Alias("peernet.limit-id"), JsonConverter(typeof(IdJson<LimitId>))]
public readonly record struct LimitId([property: Id(0)] Guid Value) : IId<LimitId>
{
    /// <inheritdoc/>
    public static LimitId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out LimitId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
