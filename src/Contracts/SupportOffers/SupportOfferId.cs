using System.Text.Json.Serialization;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>The ID of a support offer or request.</summary>
[GenerateSerializer, Immutable, Alias("peernet.support-offer-id"), JsonConverter(typeof(IdJson<SupportOfferId>))]
public readonly record struct SupportOfferId([property: Id(0)] Guid Value) : IId<SupportOfferId>
{
    /// <inheritdoc/>
    public static SupportOfferId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out SupportOfferId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of one match of an offer: somebody who has taken it up.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-id"), JsonConverter(typeof(IdJson<MatchId>))]
public readonly record struct MatchId([property: Id(0)] Guid Value) : IId<MatchId>
{
    /// <inheritdoc/>
    public static MatchId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out MatchId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
