using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>Home to offer: somebody takes the offer up. Who it is stays at home.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-taken-up")]
public sealed record MatchTakenUp : MatchLetter
{
    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ToOffer;

    private protected override string Words() => $"matchTakenUp/{Match}";
}
