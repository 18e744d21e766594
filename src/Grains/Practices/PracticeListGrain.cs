using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Practices;

/// <summary>Lists practices. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("practice-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class PracticeListGrain(IPracticeRows rows, UnreadableRows unreadable) : Grain, IPracticeListGrain
{
    private const int MaxWaiting = 100;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<PracticeList> List(GroupId? group, Caller by)
    {
        var own = await GrainFactory.StandingOf(Area, by.Member);
        var waiting = await Task.WhenAll(own.Groups.Where(one => group is null || one == group)
            .Select(one => rows.Waiting(one, MaxWaiting)));
        var shown = await rows.Shown(group, PracticeFields.MaxListed);
        var found = waiting.SelectMany(one => one).DistinctBy(row => row.Id)
            .Select(row => Read(row, by, own)).OfType<PracticeDetails>().OrderByDescending(one => one.ToldAt);
        return new([.. found, .. shown.Select(row => Read(row, by, own)).OfType<PracticeDetails>()])
        {
            HasMore = shown.Count == PracticeFields.MaxListed,
        };
    }

    private PracticeDetails? Read(AreaRow row, Caller by, MemberStanding own)
    {
        return unreadable.Read(
            "practice", row.Id, row.Payload, (Practice practice) => practice.SeenBy(by, own).OrNull());
    }
}
