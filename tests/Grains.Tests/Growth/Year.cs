using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>A group that has met on Tuesdays since January, and what became of each of its evenings.</summary>
internal sealed record Year(Group Group, ImmutableDictionary<MeetingId, Meeting> Meetings)
{
    public static readonly DateOnly Founded = new(2026, 1, 6);
    public static readonly DateOnly Today = London.DayOf(Now);

    /// <summary>The group on its first day, with people numbered from 1 who may be marked.</summary>
    public static Year Of(int people = 6)
    {
        var group = new Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, Morning(Founded)).Yes()
            .LetIn(Caller.Area).Yes();
        var year = new Year(group, ImmutableDictionary<MeetingId, Meeting>.Empty);
        return Enumerable.Range(2, people - 1).Aggregate(year, (y, n) => y.Join(n, Founded));
    }

    public static DateOnly Evening(int week) => Founded.AddDays(7 * week);

    public Year Join(int person, DateOnly day) =>
        this with { Group = Group.Join(Person(person), new(), Known, By(Person(person)), Morning(day)).Yes() };

    public Year Leave(int person, DateOnly day) =>
        this with { Group = Group.Leave(Person(person), By(Person(person)), Morning(day)).Yes() };

    public Year Log(int week, int[] present, Unnamed? unnamed = null, DidNotHappen? off = null)
    {
        var log = new RecordMeeting
        {
            GroupId = TheGroup, HeldOn = Evening(week), StartsAt = Seven, Present = [.. present.Select(Person)],
            Unnamed = unnamed ?? new(), DidNotHappen = off,
        };
        return With(week, (meeting, id, now) => meeting.Record(id, log, Group.StandingFor(id, now), ByLead, now).Yes());
    }

    public Year Cancel(int week)
    {
        return With(
            week, (meeting, id, now) => meeting.Cancel(id, new(), Group.StandingFor(id, now), ByLead, now).Yes());
    }

    public Year Correct(int week, int correction, CorrectMeeting request)
    {
        return With(week, (meeting, id, now) => meeting.Correct(
            Correction(correction), request, Group.StandingFor(id, now), ByLead, now).Yes());
    }

    public ImmutableSortedDictionary<DateOnly, Figures> Figures(
        GrowthBy by = GrowthBy.Month, DateOnly? today = null) =>
        GroupGrowth.Of(Group, [.. Meetings.Values], today ?? Today, by);

    public Figures In(int month) => Figures()[new(2026, month, 1)];

    private Year With(int week, Func<Meeting, MeetingId, DateTimeOffset, Meeting> change)
    {
        var id = OccurrenceId.Derive(TheGroup, Tuesdays.Id, Evening(week));
        var meeting = Meetings.GetValueOrDefault(id) ?? new Meeting();
        return this with { Meetings = Meetings.SetItem(id, change(meeting, id, Morning(Evening(week).AddDays(1)))) };
    }

    private static DateTimeOffset Morning(DateOnly day) => London.StartOf(day).AddHours(9);
}
