using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>Home to offer: when and where, as the taker proposes. The offer decides.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-arranged")]
public sealed record MatchArranged : MatchLetter
{
    /// <summary>When and where.</summary>
    [Id(0)] public required Arrangement Arrangement { get; init; }

    /// <summary>Increases with every letter that its writer sends; the higher of two is the later.</summary>
    [Id(1), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ToOffer;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is MatchArranged other && other.Match == Match;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"matchArranged/{Match}/{Version}";
}
