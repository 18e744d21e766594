using PeerNet.Calendar;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>What the leads of its groups are told.</summary>
internal sealed partial record Gathering
{
    private IEnumerable<GroupId> Waiting =>
        IsOver ? [] : Keepers.Where(keeper => keeper.State == KeeperState.Asked).Select(keeper => keeper.Group);

    /// <summary>
    /// Asks the leads of groups for which nobody has answered, once for each day that is planned; and no longer once
    /// somebody has, or it is over.
    /// </summary>
    private Next<Gathering> Asking(Gathering before)
    {
        var isOtherDay = before.Plan?.HeldOn != Plan!.HeldOn;
        var asked = Waiting.Where(group => isOtherDay || !before.Waiting.Contains(group)).Select(group => Told(group));
        var answered = before.Waiting.Except(Waiting).Select(group => Told(group, isWithdrawn: true));
        return this.Send([.. asked, .. answered]);
    }

    private LeadsTold Told(GroupId group, bool isWithdrawn = false)
    {
        var about = new NoticeAbout(NoticeKind.GatheringAsked) { GroupId = group, GatheringId = Id };
        var until = London.StartOf(Plan!.HeldOn.AddDays(1));
        return new(group, about, Plan.HeldOn.DayNumber, isWithdrawn, until);
    }
}
