using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>
/// Either way, once both sides have agreed: the name and the contact that a side shows in this match.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.match-agreed")]
public sealed record MatchAgreed : MatchLetter
{
    /// <summary>Whether the maker's side says so; otherwise the taker.</summary>
    [Id(0), JsonRequired] public bool ByMaker { get; init; }

    /// <summary>The name for this match.</summary>
    [Id(1)] public required string ShownAs { get; init; }

    /// <summary>How to reach them, if they show that.</summary>
    [Id(2), JsonPropertyName("contact")] public SharedContact? Reach { get; init; }

    /// <summary>Increases with every letter that its writer sends; the higher of two is the later.</summary>
    [Id(3), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ByMaker ? ToTaker : ToOffer;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is MatchAgreed other && other.Match == Match && other.ByMaker == ByMaker;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"matchAgreed/{Match}/{ByMaker}/{Version}";
}
