using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Notices;

namespace PeerNet.Grains.Members;

/// <summary>One of a person's groups, with the meetings that matter today.</summary>
/// <param name="Group">The group.</param>
/// <param name="Next">Its next meeting.</param>
/// <param name="Recorded">
/// The records of its meetings from <see cref="Asking.MaxDays"/> ago, for those who lead it, to the next.
/// </param>
internal sealed record GroupAtHome(Group Group, NextMeeting? Next, IReadOnlyCollection<Meeting> Recorded)
{
    /// <summary>The group as the person's own list shows it.</summary>
    public HomeGroup Line(Part part, DateOnly today)
    {
        var says = Group.Description!;
        var own = Recorded.FirstOrDefault(meeting => meeting.Id == Next?.Id)?.Place;
        // An evening of a series that meets online is not at the hall where the others are.
        var isOnline = own is null && FollowsOnlineSeries;
        return new(
            Group.Id, says.Name, part, GroupCalendar.Status(today, says.Pauses, Group.Closure?.On), Next,
            isOnline ? null : own ?? says.Place, says.OnlineLink)
        {
            IsOnline = isOnline,
        };
    }

    /// <summary>Meetings that have ended, were not cancelled and are not logged, oldest first.</summary>
    public IEnumerable<UnloggedMeeting> NotLogged(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        return MeetingList.NotLogged(Group, Recorded, today.AddDays(-Asking.MaxDays), today)
            .Where(HasEnded)
            .Select(line => new UnloggedMeeting(Group.Id, line.Id, line.HeldOn, line.StartsAt));

        bool HasEnded(MeetingLine line) =>
            London.At(line.HeldOn, line.StartsAt) is not { } at || at.AddMinutes(line.Minutes) <= now;
    }

    private bool FollowsOnlineSeries
    {
        get
        {
            if (Next is not { } next || Group.Calendar.Find(next.Id) is not var (id, _)) return false;
            var series = Group.Description!.Schedule?.Series.FirstOrDefault(one => one.Id == id);
            return series?.Format == MeetingFormat.Online;
        }
    }
}
