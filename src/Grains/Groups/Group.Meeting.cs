using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>When the group meets.</summary>
internal sealed partial record Group
{
    private const int AnnouncementsKept = 400;

    /// <summary>Everything that decides when it meets.</summary>
    public GroupCalendar Calendar
    {
        get
        {
            return new(
                Id, Description?.Schedule, [
                    .. Announced.Select(a => new OneOff(a.Meeting, a.HeldOn, a.StartsAt, a.Cancelled))
                ], Pauses, Closure?.On);
        }
    }

    /// <summary>
    /// Applies the state of one meeting; an older version of it changes nothing.
    /// </summary>
    public Next<Group> Announce(MeetingAnnouncement announcement, DateTimeOffset now)
    {
        var known = Announced.FirstOrDefault(a => a.Meeting == announcement.Meeting);
        if (known is not null && known.Version >= announcement.Version) return this;
        // Two months back is enough: what is past is read from the meetings themselves.
        var oldest = London.DayOf(now).AddDays(-60);
        var kept = Announced.Where(a => a.Meeting != announcement.Meeting && a.HeldOn >= oldest)
            .Append(announcement)
            .OrderBy(a => a.HeldOn)
            .ThenBy(a => a.StartsAt);
        return this with { Announced = [.. kept.TakeLast(AnnouncementsKept)] };
    }
}
