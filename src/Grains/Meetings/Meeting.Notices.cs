using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Notices;

namespace PeerNet.Grains.Meetings;

/// <summary>What leads are asked about the meeting, and what those who may come are told.</summary>
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

    /// <summary>
    /// Tells those who said that they come, or perhaps, that the meeting is different now or does not take place;
    /// except whoever has changed it. It matters until the meeting has begun.
    /// </summary>
    private Next<Meeting> TellExpected(Meeting before, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var was = before.Now(group);
        if (was.ShownIn(group) == ShownIn(group)) return this;
        DateTimeOffset?[] starts = [London.At(was.HeldOn, was.StartsAt), London.At(HeldOn, StartsAt)];
        if (starts.Max() is not { } until || until <= now) return this;
        var about = new NoticeAbout(NoticeKind.MeetingChanged) { GroupId = GroupId, MeetingId = Id };
        var occasion = Revision.After(Revised, now).Number;
        return this.Send([.. Expected(group).Where(person => !by.Is(person))
            .Select(person => new NoticeTold(person, about, occasion, until))]);
    }

    // Guests have their notices at home, and letters reach them there.
    private IEnumerable<MemberId> Expected(GroupStanding group)
    {
        var people = group.Roster.Except(group.Seats.Select(seat => seat.RosterId)).ToHashSet();
        return Intentions.Where(one => one.Intention != Intention.NotComing)
            .Select(one => one.MemberId)
            .Where(people.Contains);
    }
}
