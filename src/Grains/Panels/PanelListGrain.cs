using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Panels;

/// <summary>Lists panels. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("panel-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class PanelListGrain(IPanelRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, IPanelListGrain
{
    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<Result<PanelList>> List(GroupId group, Caller by)
    {
        if (!(await GrainFactory.StandingOf(Area, by.Member)).Leads.Contains(group)) return PanelRefusals.NotFound;
        var found = await rows.OfGroup(group, PanelFields.MaxListed);
        var today = London.DayOf(clock.GetUtcNow());
        return new PanelList([.. found.Select(row => Read(row, group, today)).OfType<PanelLine>()])
        {
            HasMore = found.Count == PanelFields.MaxListed,
        };
    }

    private PanelLine? Read(AreaRow row, GroupId group, DateOnly today) =>
        unreadable.Read("panel", row.Id, row.Payload, (Panel panel) => panel.LineFor(group, today));
}
