using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Worries;

/// <summary>The ID of a worry.</summary>
[GenerateSerializer, Immutable, Alias("peernet.worry-id"), JsonConverter(typeof(IdJson<WorryId>))]
public readonly record struct WorryId([property: Id(0)] Guid Value) : IId<WorryId>
{
    /// <inheritdoc/>
    public static WorryId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out WorryId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
