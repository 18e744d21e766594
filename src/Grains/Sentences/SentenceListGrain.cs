using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Sentences;

/// <summary>Lists sentences. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("sentence-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class SentenceListGrain(ISentenceRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, ISentenceListGrain
{
    private const int MaxGatherings = 100;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<SentenceList> ListStanding(Caller by)
    {
        var newest = await rows.Newest(MaxGatherings);
        var sets = newest
            .Select(row => unreadable.Read("sentences", row.Id, row.Payload, (SentenceSet set) => set))
            .OfType<SentenceSet>();
        var standing = SentenceOrder.Of(await Task.WhenAll(sets.Select(set => StandingIn(set, by))));
        return standing with { HasMore = newest.Count == MaxGatherings };
    }

    private async Task<SentenceList> StandingIn(SentenceSet set, Caller by) =>
        set.StandingIn(await GrainFactory.Room(Area, set.Id).GetStanding(by), Today);
}
