using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Barriers;

/// <summary>The ID of a barrier.</summary>
[GenerateSerializer, Immutable, Alias("peernet.barrier-id"), JsonConverter(typeof(IdJson<BarrierId>))]
public readonly record struct BarrierId([property: Id(0)] Guid Value) : IId<BarrierId>
{
    /// <inheritdoc/>
    public static BarrierId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out BarrierId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
