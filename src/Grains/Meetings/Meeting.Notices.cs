using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Notices;

namespace PeerNet.Grains.Meetings;

/// <summary>What leads were asked about the meeting.</summary>
internal sealed partial record Meeting
{
    private bool NeedsLog => !Logged && Cancelled is null;

    /// <summary>
    /// Withdraws the question for its log once it is logged or cancelled. Nobody has been asked before the next
    /// morning, when most meetings are logged already.
    /// </summary>
    public Next<Meeting> StopAsking(Meeting before, GroupStanding group, DateTimeOffset now)
    {
        if (GroupId is not { } id || !before.NeedsLog || NeedsLog) return this;
        var plannedFor = before.GroupId is null ? OriginalDay ?? HeldOn : before.HeldOn;
        var occasion = Asking.OccasionOn(London.DayOf(now), plannedFor);
        if (occasion < 0) return this;
        // A log is final, but a meeting that is reinstated needs one again.
        var upTo = Logged ? int.MaxValue : occasion;
        return this.Send([.. group.Leads.Select(lead => new NoticeWithdrawn(lead, Asking.About(id, Id), upTo))]);
    }
}
