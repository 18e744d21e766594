using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The ID of a gathering.</summary>
[GenerateSerializer, Immutable, Alias("peernet.gathering-id"), JsonConverter(typeof(IdJson<GatheringId>))]
public readonly record struct GatheringId([property: Id(0)] Guid Value) : IId<GatheringId>
{
    /// <inheritdoc/>
    public static GatheringId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out GatheringId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of a table at a gathering.</summary>
[GenerateSerializer, Immutable, Alias("peernet.table-id"), JsonConverter(typeof(IdJson<TableId>))]
public readonly record struct TableId([property: Id(0)] Guid Value) : IId<TableId>
{
    /// <inheritdoc/>
    public static TableId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out TableId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
