using System.Collections.Immutable;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What anybody can read, kind by kind: the cards that other areas receive, those that changed last, at most 101 of a
/// kind and a mebibyte. A side of the same grain as <see cref="ILinkGrain"/>. Nothing is entered in the ledger, because
/// no area receives anything, and a closed border hides none of it.
/// </summary>
[GrainInterfaceType("peernet.link.public"), Alias("peernet.link.public")]
public interface IPublicCardsGrain : IGrainWithStringKey
{
    /// <summary>What groups have done.</summary>
    [Alias("list-practices")]
    Task<ImmutableArray<PracticeCard>> ListPractices(int max);

    /// <summary>What gets in people's way, and what was answered.</summary>
    [Alias("list-barriers")]
    Task<ImmutableArray<BarrierCard>> ListBarriers(int max);

    /// <summary>What tables say.</summary>
    [Alias("list-sentences")]
    Task<ImmutableArray<SentencesCard>> ListSentences(int max);

    /// <summary>What groups have set themselves to do.</summary>
    [Alias("list-next-steps")]
    Task<ImmutableArray<NextStepCard>> ListNextSteps(int max);
}
