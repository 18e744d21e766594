using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>Home to offer: how it went, as the taker says.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-reported")]
public sealed record MatchReported : MatchLetter
{
    /// <summary>How it went.</summary>
    [Id(0)] public required MatchOutcome Outcome { get; init; }

    /// <summary>Increases with every letter that its writer sends; the higher of two is the later.</summary>
    [Id(1), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ToOffer;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is MatchReported other && other.Match == Match;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"matchReported/{Match}/{Version}";
}
