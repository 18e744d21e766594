using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;

namespace PeerNet.Grains.Growth;

/// <summary>
/// One group's figures, worked out from its own record and all its meetings. The same records give the same figures on
/// the same day, however they came about.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Lines">Its meetings from its beginning to the end of this period.</param>
/// <param name="Held">The meetings that were held, in order.</param>
/// <param name="Today">The day, on which the period it is in ends for the time being.</param>
internal sealed record GroupGrowth(
    Group Group, ImmutableArray<MeetingLine> Lines, ImmutableArray<HeldMeeting> Held, DateOnly Today)
{
    /// <summary>The days after which a group without a meeting is quiet.</summary>
    public const int QuietDays = 28;

    private const int RegularDays = 84, RegularVisits = 3;

    /// <summary>The figures by the first day of each period, from the first that has any to the one of today.</summary>
    public static ImmutableSortedDictionary<DateOnly, Figures> Of(
        Group group, IReadOnlyCollection<Meeting> meetings, DateOnly today, GrowthBy by)
    {
        if (group.Description is null) return ImmutableSortedDictionary<DateOnly, Figures>.Empty;
        var last = Periods.Next(Periods.StartOf(today, by), by).AddDays(-1);
        var first = FirstDay(group, meetings, today);
        // Somebody may log a meeting from before PeerNet knew the group, which does not make the others late.
        var lines = MeetingList.Known(group, meetings, first, last).ToImmutableArray();
        var growth = new GroupGrowth(group, lines, HeldMeeting.InOrder(meetings), today);
        return Periods.Between(first, today, by).ToImmutableSortedDictionary(
            start => start, start => growth.In(start, Periods.Next(start, by).AddDays(-1)));
    }

    private static DateOnly FirstDay(Group group, IReadOnlyCollection<Meeting> meetings, DateOnly today)
    {
        var days = meetings.Select(meeting => meeting.HeldOn)
            .Concat(group.Turnover.Select(one => one.Day))
            .Concat(group.NeighbourTurnover.Select(one => one.Day));
        return days.Append(group.FoundedOn ?? today).Append(today).Min();
    }

    private Figures In(DateOnly first, DateOnly last)
    {
        var held = Held.Where(one => one.On >= first && one.On <= last).ToList();
        var own = new Figures(Groups(first, last, held), Meetings(first, last), People(first, last, held));
        return Group.NeighbourTurnover.Where(one => one.Day >= first && one.Day <= last)
            .Select(one => Figures.None with { Neighbours = [FiguresOf(one)] })
            .Aggregate(own, FigureSums.Plus);
    }

    private static NeighbourFigures FiguresOf(NeighbourTurnover day)
    {
        return new(
            day.Area, Guests: day.Guests, GuestsLeft: day.GuestsLeft, Connected: day.Connected,
            Disconnected: day.Disconnected);
    }

    private GroupFigures Groups(DateOnly first, DateOnly last, List<HeldMeeting> held)
    {
        var end = EndOf(last);
        var status = StatusOn(end);
        var isOpen = Group.FoundedOn <= end && status != GroupStatus.Closed;
        return new(
            Open: One(isOpen),
            New: One(Group.FoundedOn >= first && Group.FoundedOn <= end),
            Active: One(held.Count > 0),
            Paused: One(isOpen && status == GroupStatus.Paused),
            Closed: One(Group.Closure?.On >= first && Group.Closure.On <= end),
            Quiet: One(isOpen && status == GroupStatus.Active && IsQuietOn(end)));
    }

    private bool IsQuietOn(DateOnly day)
    {
        var since = day.AddDays(-QuietDays);
        return Group.FoundedOn <= since && !Held.Any(one => one.On > since && one.On <= day);
    }

    // A pause that has been changed since was as it was then.
    private GroupStatus StatusOn(DateOnly day)
    {
        var pauses = Group.EarlierPlans.FirstOrDefault(plan => plan.Until > day)?.Pauses ?? Group.Description!.Pauses;
        return GroupCalendar.Status(day, pauses, Group.Closure?.On);
    }

    private DateOnly EndOf(DateOnly last) => last < Today ? last : Today;

    private MeetingFigures Meetings(DateOnly first, DateOnly last)
    {
        var lines = Lines.Where(line => line.HeldOn >= first && line.HeldOn <= last).ToList();
        return new(
            Planned: lines.Count,
            Held: lines.Count(line => line.State == MeetingState.Held),
            DidNotHappen: lines.Count(line => line.State == MeetingState.DidNotHappen),
            Cancelled: lines.Count(line => line.State == MeetingState.Cancelled),
            NotLogged: lines.Count(line => line.State == MeetingState.Planned && line.HeldOn < Today));
    }

    private PeopleFigures People(DateOnly first, DateOnly last, List<HeldMeeting> held)
    {
        var end = EndOf(last);
        var days = Group.Turnover.Where(one => one.Day >= first && one.Day <= last).ToList();
        return new(
            Named: held.Sum(one => one.Named),
            Unnamed: held.Sum(one => one.Unnamed.Total),
            Different: held.SelectMany(one => one.Present).Distinct().Count(),
            Newcomers: Visits.Values.Count(visits => IsIn(visits, 0)) + held.Sum(one => one.Unnamed.Newcomers),
            CameBack: Visits.Values.Count(visits => IsIn(visits, 1)),
            Regulars: Visits.Values.Count(IsRegular),
            Joined: days.Sum(one => one.Joined),
            Left: days.Sum(one => one.Left));

        bool IsIn(ImmutableArray<DateOnly> visits, int which) =>
            visits.Length > which && visits[which] >= first && visits[which] <= last;

        bool IsRegular(ImmutableArray<DateOnly> visits) =>
            visits.Count(day => day > end.AddDays(-RegularDays) && day <= end) >= RegularVisits;
    }

    /// <summary>The days on which each person came, in order.</summary>
    private ImmutableDictionary<MemberId, ImmutableArray<DateOnly>> Visits { get; } = Held
        .SelectMany(one => one.Present.Select(person => (Person: person, one.On)))
        .GroupBy(visit => visit.Person, visit => visit.On)
        .ToImmutableDictionary(visits => visits.Key, visits => visits.ToImmutableArray());

    private static int One(bool counts) => counts ? 1 : 0;
}

/// <summary>A meeting that was held, and who came.</summary>
internal sealed record HeldMeeting(
    MeetingId Id, DateOnly On, TimeOnly StartsAt, int Named, Unnamed Unnamed, ImmutableArray<MemberId> Present)
{
    /// <summary>Those of the meetings that were held, in order.</summary>
    public static ImmutableArray<HeldMeeting> InOrder(IEnumerable<Meeting> meetings)
    {
        return [.. meetings.Select(From).OfType<HeldMeeting>()
            .OrderBy(one => one.On).ThenBy(one => one.StartsAt).ThenBy(one => one.Id.Value)];
    }

    private static HeldMeeting? From(Meeting meeting)
    {
        var attendance = meeting.Attendance;
        if (meeting.State(attendance) != MeetingState.Held) return null;
        var present = attendance.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId);
        return new(
            meeting.Id, meeting.HeldOn, meeting.StartsAt, attendance.Named, attendance.Unnamed, [.. present]);
    }
}
