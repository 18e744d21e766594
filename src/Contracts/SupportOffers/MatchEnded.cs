using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>
/// Either way: the match has ended. There is no reason, and nothing else; whoever receives it deletes what it knows of
/// the other side.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.match-ended")]
public sealed record MatchEnded : MatchLetter
{
    /// <summary>Whether the maker's side says so; otherwise the taker.</summary>
    [Id(0), JsonRequired] public bool ByMaker { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ByMaker ? ToTaker : ToOffer;

    private protected override string Words() => $"matchEnded/{Match}/{ByMaker}";
}
