using PeerNet.Contracts.Link;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>A letter about one match, between the taker's home and the offer's area.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-letter")]
public abstract record MatchLetter : Letter
{
    /// <summary>The offer.</summary>
    [Id(0)] public required SupportOfferId Offer { get; init; }

    /// <summary>The match: a token that says nothing about the taker.</summary>
    [Id(1)] public required MatchId Match { get; init; }

    private protected GrainKey ToOffer => GrainKey.For<ISupportOfferGrain>(To, Offer.Value);

    private protected GrainKey ToTaker => GrainKey.For<IMatchAbroadGrain>(To, Match.Value);

    /// <inheritdoc/>
    public sealed override Guid Subject() => Match.Value;
}
