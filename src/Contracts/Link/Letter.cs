using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>
/// A message to another area. Only these kinds cross the border; a golden file lists every field.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.letter")]
public abstract record Letter : Message
{
    /// <summary>The sending area; must match the name on its certificate.</summary>
    [Id(0)] public required AreaId From { get; init; }

    /// <summary>The area it is for.</summary>
    [Id(1)] public required AreaId To { get; init; }

    // Sent although it can be derived, so that both areas' ledgers and logs name a letter alike; what arrives is
    // ignored.
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public sealed override OperationId Operation => Ids.Of<OperationId>(Words());

    /// <summary>What identifies this letter: its kind, IDs and, if it has one, its number.</summary>
    private protected abstract string Words();
}
