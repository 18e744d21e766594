using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Panels;

/// <summary>When all of it is gone.</summary>
internal sealed partial record Panel
{
    /// <summary>
    /// A lead of the group that set it up ends it: all of it is gone. Other groups wrote in it, too, so theirs do not.
    /// </summary>
    public Next<Panel> End(MemberStanding own, DateOnly today)
    {
        if (!IsSeenBy(own, today)) return PanelRefusals.NotFound;
        return CanEnd(own) ? Gone() : PanelRefusals.NotYoursToEnd;
    }

    /// <summary>All of it is gone six months after its day.</summary>
    public Next<Panel> Expire(DateOnly today) => IsOverOn(today) ? Gone() : this;

    private bool CanEnd(MemberStanding own) => own.Leads.Contains(Says!.Groups[0]);

    private Next<Panel> Gone()
    {
        Next<Panel> gone = new Panel { Id = Id, State = PanelState.Gone };
        return gone.Wiped();
    }
}
