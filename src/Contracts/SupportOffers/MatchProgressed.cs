using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>Offer to home: how far the match is.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-progressed")]
public sealed record MatchProgressed : MatchLetter
{
    /// <summary>Its state, from agreed on.</summary>
    [Id(0)] public required MatchState State { get; init; }

    /// <summary>When and where, once it is arranged.</summary>
    [Id(1)] public Arrangement? Arrangement { get; init; }

    /// <summary>How it went, as the maker's side says.</summary>
    [Id(2)] public MatchOutcome? Outcome { get; init; }

    /// <summary>Increases with every letter that its writer sends; the higher of two is the later.</summary>
    [Id(3), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => ToTaker;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is MatchProgressed other && other.Match == Match;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"matchProgressed/{Match}/{Version}";
}
