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
        var today = London.DayOf(now);
        var occasion = Asking.OccasionOn(today, plannedFor);
        // Questions older than these were withdrawn this morning or the one before.
        if (occasion < 0 || plannedFor < Asking.DaysBefore(today).From.AddDays(-1)) return this;
        // A log is final, but a meeting that is reinstated needs one again.
        var upTo = Logged ? int.MaxValue : occasion;
        return this.Send([.. group.Leads.Select(lead => new NoticeWithdrawn(lead, Asking.About(id, Id), upTo))]);
    }
}
