using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Worries;

/// <summary>Lists worries. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("worry-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class WorryListGrain(IWorryRows rows, UnreadableRows unreadable) : Grain, IWorryListGrain
{
    private const int MaxItems = 100, RowsAtOnce = 100;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<ImmutableArray<WorryDetails>> List(WorryState state, Caller by)
    {
        if (!by.Coordinates || by.Member is not { } member) return [];
        var own = await GrainFactory.Member(Area, member).GetStanding();
        var items = ImmutableArray.CreateBuilder<WorryDetails>();
        // Read on past those about the caller: a list that is shorter for it would tell them that there are some.
        for (var skip = 0; items.Count < MaxItems; skip += RowsAtOnce)
        {
            var found = await Page(state, skip);
            items.AddRange(Seen(found, by, own).Take(MaxItems - items.Count));
            if (found.Count < RowsAtOnce) break;
        }
        return items.ToImmutable();
    }

    public async Task<ImmutableArray<WorryDetails>> ListMine(Caller by)
    {
        if (by.Member is not { } member) return [];
        return [.. Seen(await rows.WrittenBy(member.Value, MaxItems), by, MemberStanding.None)];
    }

    private Task<IReadOnlyList<AreaRow>> Page(WorryState state, int skip)
    {
        var word = Words<WorryState>.Of(state);
        return state == WorryState.Answered
            ? rows.Newest(word, skip, RowsAtOnce)
            : rows.Oldest(word, skip, RowsAtOnce);
    }

    private IEnumerable<WorryDetails> Seen(IEnumerable<AreaRow> found, Caller by, MemberStanding own)
    {
        return found.Select(row => unreadable.Read("worry", row.Id, row.Payload, (Worry worry) =>
            worry.SeenBy(by, own).OrNull())).OfType<WorryDetails>();
    }
}
