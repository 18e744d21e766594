using Orleans.Concurrency;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>
/// An offer or a request, in its maker's area. Refusals have a code of <see cref="SupportOfferRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.support-offer"), Alias("peernet.support-offer")]
public interface ISupportOfferGrain : IGrainWithStringKey
{
    /// <summary>Makes it or changes it; a later last day renews it.</summary>
    [Alias("put")]
    Task<Result<Written<SupportOfferDetails>>> Put(SupportOfferTerms terms, IfMatch ifMatch, Caller by);

    /// <summary>The offer, with the details that the caller may see.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<SupportOfferDetails>> Get(Caller by);

    /// <summary>Withdraws it for good, ends its matches and deletes what it says.</summary>
    [Alias("withdraw")]
    Task<Result<Done>> Withdraw(Caller by, IfMatch ifMatch);

    /// <summary>Pauses it, or ends the pause. Matches continue.</summary>
    [Alias("pause")]
    Task<Result<SupportOfferDetails>> Pause(bool isPaused, Caller by, IfMatch ifMatch);

    /// <summary>Hides it, with a reason for its maker; or shows it again, if there is no reason.</summary>
    [Alias("hide")]
    Task<Result<SupportOfferDetails>> Hide(HideSupportOffer? hide, Caller by, IfMatch ifMatch);

    /// <summary>Reminds its maker once that it ends within a week.</summary>
    [Alias("remind")]
    Task RemindOfLastDay();

    /// <summary>Ends take-ups that nobody has answered for too long.</summary>
    [Alias("expire")]
    Task Expire();

    /// <summary>Whose it is, even once it is withdrawn; for the area's own records.</summary>
    [Alias("maker"), AlwaysInterleave]
    Task<OfferMaker> GetMaker();
}

/// <summary>Whose an offer is.</summary>
/// <param name="Person">Who made it; null if there is no such offer, or they are erased.</param>
/// <param name="Group">The group that it is made for.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-maker")]
public sealed record OfferMaker([property: Id(0)] MemberId? Person, [property: Id(1)] GroupId? Group);

/// <summary>
/// The matches of an offer. A side of the same grain as <see cref="ISupportOfferGrain"/>: two people never both get a
/// single offer, because its record decides.
/// </summary>
[GrainInterfaceType("peernet.support-offer.matches"), Alias("peernet.support-offer.matches")]
public interface IMatchesGrain : IGrainWithStringKey
{
    /// <summary>Takes the offer up, or changes the caller's name or contact in this match.</summary>
    [Alias("take-up")]
    Task<Result<Written<SupportOfferDetails>>> TakeUp(MatchId match, SayYes yes, Caller by, IfMatch ifMatch = default);

    /// <summary>The maker's side agrees.</summary>
    [Alias("agree")]
    Task<Result<SupportOfferDetails>> Agree(MatchId match, SayYes yes, Caller by, IfMatch ifMatch = default);

    /// <summary>Either side says when and where; again to change it.</summary>
    [Alias("arrange")]
    Task<Result<SupportOfferDetails>> Arrange(
        MatchId match, Arrangement arrangement, Caller by, IfMatch ifMatch = default);

    /// <summary>Either side says how it went.</summary>
    [Alias("report")]
    Task<Result<SupportOfferDetails>> Report(MatchId match, MatchOutcome outcome, Caller by, IfMatch ifMatch = default);

    /// <summary>Either side declines or ends it, at any time and without a reason.</summary>
    [Alias("end")]
    Task<Result<Done>> End(MatchId match, Caller by, IfMatch ifMatch = default);
}
