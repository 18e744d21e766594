using System.Collections.Immutable;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using PeerNet.Grains.NextSteps;
using PeerNet.Grains.Practices;
using PeerNet.Grains.Sentences;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Link;

/// <summary>What anybody can read: the cards that other areas receive, without the ledger and the border.</summary>
internal sealed partial class LinkGrain : IPublicCardsGrain
{
    private NewestCards<PracticeCard>? practices;
    private NewestCards<BarrierCard>? barriers;
    private NewestCards<SentencesCard>? sentences;
    private NewestCards<NextStepCard>? nextSteps;

    public Task<ImmutableArray<PracticeCard>> ListPractices(int max) =>
        (practices ??= Newest<Practice, PracticeCard>("practice")).List(max);

    public Task<ImmutableArray<BarrierCard>> ListBarriers(int max) =>
        (barriers ??= Newest<Barrier, BarrierCard>("barrier")).List(max);

    public Task<ImmutableArray<SentencesCard>> ListSentences(int max) =>
        (sentences ??= Newest<SentenceSet, SentencesCard>("sentences")).List(max);

    public Task<ImmutableArray<NextStepCard>> ListNextSteps(int max) =>
        (nextSteps ??= Newest<NextStep, NextStepCard>("next-step")).List(max);

    private NewestCards<TCard> Newest<TRecord, TCard>(string kind)
        where TRecord : class, IShares<TCard>, new() where TCard : class =>
        new(kind, rows, changed => Shared(kind, changed, (TRecord record) => record.CardIn(Area)));
}
