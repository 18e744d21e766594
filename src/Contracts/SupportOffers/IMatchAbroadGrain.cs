using Orleans.Concurrency;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>
/// A member's match with an offer of another area, as stored in the member's own area. The other area decides, and
/// knows the member by a token until both have agreed. Refusals have a code of <see cref="SupportOfferRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.match-abroad"), Alias("peernet.match-abroad")]
public interface IMatchAbroadGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes the offer up, or changes the caller's name or contact in this match. Without what its card says, only a
    /// match that exists can be changed.
    /// </summary>
    [Alias("take-up")]
    Task<Result<Written<SupportOfferDetails>>> TakeUp(
        OfferAbroad offer, SupportOfferTerms? card, SayYes yes, Caller by, IfMatch ifMatch = default);

    /// <summary>The offer and the match, for the member only.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<SupportOfferDetails>> Get(Caller by);

    /// <summary>
    /// Whether the member has taken the offer up and has nothing more to do for it; for the area's own records.
    /// </summary>
    [Alias("is-over"), AlwaysInterleave]
    Task<bool> IsOver();

    /// <summary>Proposes when and where; it counts once the other area has answered.</summary>
    [Alias("arrange")]
    Task<Result<SupportOfferDetails>> Arrange(
        OfferAbroad offer, Arrangement arrangement, Caller by, IfMatch ifMatch = default);

    /// <summary>Says how it went.</summary>
    [Alias("report")]
    Task<Result<SupportOfferDetails>> Report(
        OfferAbroad offer, MatchOutcome outcome, Caller by, IfMatch ifMatch = default);

    /// <summary>Ends it, at any time and without a reason.</summary>
    [Alias("end")]
    Task<Result<Done>> End(OfferAbroad offer, Caller by, IfMatch ifMatch = default);

    /// <summary>Ends it if the other area has not answered for too long.</summary>
    [Alias("expire")]
    Task Expire();
}

/// <summary>An offer of another area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Id">The offer.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-abroad")]
public sealed record OfferAbroad([property: Id(0)] AreaId Area, [property: Id(1)] SupportOfferId Id);
