using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using PeerNet.Grains.NextSteps;
using PeerNet.Grains.Practices;
using PeerNet.Grains.Sentences;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Link;

/// <summary>What is shared with other areas, each kind with a feed of its own.</summary>
internal sealed partial class LinkGrain : ISharedCardsGrain
{
    public Task<Result<SharedPage<PracticeCard>>> SendPractices(AreaId to, CardCursor after, int limit) =>
        Send<Practice, PracticeCard>("practice", Leaving.PracticeCard, to, after, limit);

    public Task<Result<SharedPage<BarrierCard>>> SendBarriers(AreaId to, CardCursor after, int limit) =>
        Send<Barrier, BarrierCard>("barrier", Leaving.BarrierCard, to, after, limit);

    public Task<Result<SharedPage<NextStepCard>>> SendNextSteps(AreaId to, CardCursor after, int limit) =>
        Send<NextStep, NextStepCard>("next-step", Leaving.NextStepCard, to, after, limit);

    public Task<Result<SharedPage<SentencesCard>>> SendSentences(AreaId to, CardCursor after, int limit) =>
        Send<SentenceSet, SentencesCard>("sentences", Leaving.SentencesCard, to, after, limit);

    private Task<Result<SharedPage<TCard>>> Send<TRecord, TCard>(
        string kind, string card, AreaId to, CardCursor after, int limit)
        where TRecord : class, IShares<TCard>, new() where TCard : class =>
        Send(kind, card, to, after, limit, (TRecord record) => record.CardIn(Area));

    private async Task<Result<SharedPage<TCard>>> Send<TRecord, TCard>(
        string kind, string card, AreaId to, CardCursor after, int limit, Func<TRecord, TCard?> cardOf)
        where TRecord : class, new() where TCard : class
    {
        if (await IsClosedTo(to)) return LinkRefusals.BorderClosed;
        var (items, next, restarted) = await Read(kind, after, limit, ChangeOf, change => change.Modified);
        var now = clock.GetUtcNow();
        if (!restarted && after.Feed is not null) await rows.AcknowledgeCards(card, to, after, now);
        await rows.Enter([.. items.Select(item => Leaving.Shared(card, to, next.Feed!, item.Id, item.Modified, now))]);
        return new SharedPage<TCard>(items, next, restarted);

        // Only what was shared at some time is in the change log, so a tombstone says nothing new.
        SharedChange<TCard>[] ChangeOf(ChangedRow changed)
        {
            var deleted = new SharedChange<TCard>(CardState.Deleted, changed.Id, changed.Change, null);
            var shared = Shared(kind, changed, cardOf);
            return [shared is null ? deleted : deleted with { State = CardState.Updated, Data = shared }];
        }
    }

    /// <summary>What is shared of a row: other areas and visitors are shown the same.</summary>
    private TCard? Shared<TRecord, TCard>(string kind, ChangedRow changed, Func<TRecord, TCard?> cardOf)
        where TRecord : class, new() where TCard : class =>
        changed.Payload is { } payload ? unreadable.Read(kind, changed.Id, payload, cardOf) : null;
}
