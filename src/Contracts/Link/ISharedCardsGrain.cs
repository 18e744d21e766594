using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What the area shares with other areas, kind by kind: a side of the same grain as <see cref="ILinkGrain"/>. Each page
/// is entered in the ledger first, and refused if the border is closed (code <c>link.border-closed</c>). A cursor
/// acknowledges everything before it.
/// </summary>
[GrainInterfaceType("peernet.link.shared"), Alias("peernet.link.shared")]
public interface ISharedCardsGrain : IGrainWithStringKey
{
    /// <summary>Offers that are open to all areas.</summary>
    [Alias("send-offers")]
    Task<Result<SharedPage<OfferCard>>> SendOffers(AreaId to, CardCursor after, int limit);

    /// <summary>What groups have done.</summary>
    [Alias("send-practices")]
    Task<Result<SharedPage<PracticeCard>>> SendPractices(AreaId to, CardCursor after, int limit);

    /// <summary>What gets in people's way, and what was answered.</summary>
    [Alias("send-barriers")]
    Task<Result<SharedPage<BarrierCard>>> SendBarriers(AreaId to, CardCursor after, int limit);

    /// <summary>What groups have set themselves to do.</summary>
    [Alias("send-next-steps")]
    Task<Result<SharedPage<NextStepCard>>> SendNextSteps(AreaId to, CardCursor after, int limit);

    /// <summary>What tables say.</summary>
    [Alias("send-sentences")]
    Task<Result<SharedPage<SentencesCard>>> SendSentences(AreaId to, CardCursor after, int limit);
}
