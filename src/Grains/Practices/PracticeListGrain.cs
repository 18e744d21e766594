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
    private const int MaxWaiting = 500, MaxShown = 200;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<PracticeList> List(GroupId? group, Caller by)
    {
        var own = await GrainFactory.StandingOf(Area, by.Member);
        var found = (AreaRow[])[.. await rows.Waiting(MaxWaiting), .. await rows.Shown(MaxShown)];
        return new([.. found
            .Select(row => unreadable.Read("practice", row.Id, row.Payload, (Practice practice) => practice))
            .OfType<Practice>()
            .Where(practice => group is not { } one || practice.Concerns(one))
            .Select(practice => practice.SeenBy(by, own).Refused(out _, out var seen) ? null : seen)
            .OfType<PracticeDetails>()]);
    }
}
