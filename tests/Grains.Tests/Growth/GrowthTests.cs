using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Growth;
using static PeerNet.Grains.Tests.Growth.Year;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Each figure, as its example in docs/figures.md has it.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void The_page_s_example_is_counted_as_the_page_says()
    {
        var year = Year.Of(5).Log(0, [1, 2], new(2, 1)).Log(1, [], off: new(NotHeldReason.Venue)).Cancel(2)
            .Log(4, [1, 2, 3]).Log(5, [1]).Leave(4, new(2026, 2, 10));
        Assert.Equal(
            new(
                new(Open: 1, New: 1, Active: 1),
                new(Planned: 4, Held: 1, DidNotHappen: 1, Cancelled: 1, NotLogged: 1),
                new(Named: 2, Unnamed: 3, Different: 2, Newcomers: 4, Joined: 5)),
            year.In(1));
        Assert.Equal(
            new(
                new(Open: 1, Active: 1),
                new(Planned: 4, Held: 2, NotLogged: 2),
                new(Named: 4, Different: 3, Newcomers: 1, CameBack: 2, Regulars: 1, Left: 1)),
            year.In(2));
        Assert.Equal(1, year.In(3).Groups.Quiet);
    }

    [Fact]
    public void Every_evening_of_a_month_is_planned_and_those_past_without_a_log_are_not_logged()
    {
        var year = Year.Of().Log(0, [1, 2]).Log(1, [], off: new(NotHeldReason.Venue)).Cancel(2);
        Assert.Equal(new(Planned: 4, Held: 1, DidNotHappen: 1, Cancelled: 1, NotLogged: 1), year.In(1).Meetings);
    }

    [Fact]
    public void A_meeting_is_not_late_on_its_own_day()
    {
        var year = Year.Of();
        Assert.Equal(0, year.Figures(today: Founded)[new(2026, 1, 1)].Meetings.NotLogged);
        Assert.Equal(1, year.Figures(today: Founded.AddDays(1))[new(2026, 1, 1)].Meetings.NotLogged);
        Assert.Equal(4, year.Figures(today: Founded)[new(2026, 1, 1)].Meetings.Planned);
    }

    [Fact]
    public void An_evening_from_before_the_group_was_known_makes_no_other_late()
    {
        var year = Year.Of().Log(0, [1]);
        var known = year with { Group = year.Group with { FoundedOn = new(2026, 3, 1) } };
        Assert.Equal(new(Planned: 1, Held: 1), known.In(1).Meetings);
        Assert.Equal(0, known.In(2).Meetings.Planned);
        Assert.Equal(5, known.In(3).Meetings.NotLogged);
        var said = APlannedMeeting(known.Group) with { HeldOn = Evening(5) };
        var asked = known with { Meetings = known.Meetings.Add(TheMeeting, said) };
        Assert.Equal(1, asked.In(2).Meetings.NotLogged);
    }

    [Fact]
    public void Heads_are_named_or_unnamed_and_a_person_who_came_twice_is_one_person()
    {
        var people = Year.Of().Log(0, [1, 2], new(1, 2)).Log(1, [1, 3]).In(1).People;
        Assert.Equal((4, 3, 3), (people.Named, people.Unnamed, people.Different));
    }

    [Fact]
    public void A_newcomer_came_for_the_first_time_or_was_counted_as_one_and_comes_back_once()
    {
        var year = Year.Of().Log(0, [1, 2], new(2)).Log(3, [1]).Log(4, [1, 2, 3]);
        Assert.Equal((4, 1), (year.In(1).People.Newcomers, year.In(1).People.CameBack));
        Assert.Equal((1, 1), (year.In(2).People.Newcomers, year.In(2).People.CameBack));
    }

    [Fact]
    public void A_regular_came_three_times_in_the_twelve_weeks_up_to_the_end()
    {
        var year = Year.Of().Log(0, [1, 2]).Log(1, [1, 2]).Log(2, [1]);
        Assert.Equal([1, 1, 0, 0], [.. Enumerable.Range(1, 4).Select(month => year.In(month).People.Regulars)]);
        var weeks = year.Figures(GrowthBy.Week);
        // The twelve weeks that end on 29 March begin on 5 January; a week later the first evening has dropped out.
        Assert.Equal((1, 0), (weeks[new(2026, 3, 23)].People.Regulars, weeks[new(2026, 3, 30)].People.Regulars));
    }

    [Fact]
    public void A_group_is_new_active_and_quiet_when_it_was()
    {
        var year = Year.Of().Log(3, [1]);
        Assert.Equal(new(Open: 1, New: 1, Active: 1), year.In(1).Groups);
        Assert.Equal(new(Open: 1, Quiet: 1), year.In(2).Groups);
        var weeks = year.Figures(GrowthBy.Week);
        Assert.Equal(0, weeks[new(2026, 2, 16)].Groups.Quiet);
        Assert.Equal(1, weeks[new(2026, 2, 23)].Groups.Quiet);
    }

    [Fact]
    public void A_new_group_is_not_quiet_for_its_first_four_weeks()
    {
        var year = Year.Of();
        Assert.Equal(0, year.Figures(today: Founded.AddDays(27))[new(2026, 2, 1)].Groups.Quiet);
        Assert.Equal(1, year.Figures(today: Founded.AddDays(28))[new(2026, 2, 1)].Groups.Quiet);
    }

    [Fact]
    public void A_paused_group_is_open_and_not_quiet_also_once_the_pause_is_over()
    {
        var year = Year.Of();
        var pause = new Pause(new(2026, 5, 20), new(2026, 7, 10));
        var paused = year.Group.Describe(
            TheGroup, Description() with { Pauses = [pause] }, IfMatch.None, 0, ByLead, At(5, 1)).Yes();
        var lifted = paused.Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, At(8, 1)).Yes();
        foreach (var group in new[] { paused, lifted })
        {
            var seen = year with { Group = group };
            Assert.Equal(new(Open: 1, Paused: 1), seen.In(6).Groups);
            Assert.Equal(new(Open: 1, Quiet: 1), seen.In(7).Groups);
        }
    }

    [Fact]
    public void A_group_that_reopens_has_paused_and_missed_no_evening()
    {
        var year = Year.Of();
        var closed = year.Group.Close(new(On: new(2026, 3, 10)), ByLead, At(3, 10)).Yes();
        var reopened = year with { Group = closed.Reopen(ByLead, At(5, 2)).Yes() };
        Assert.Equal((1, 0), (reopened.In(3).Meetings.NotLogged, reopened.In(4).Meetings.Planned));
        Assert.Equal(new(Open: 1, Paused: 1), reopened.In(4).Groups);
        Assert.Equal(4, reopened.In(5).Meetings.NotLogged);
    }

    [Fact]
    public void A_group_is_closed_in_the_month_it_closes_and_open_until_then()
    {
        var year = Year.Of();
        var closed = year with { Group = year.Group.Close(new(On: new(2026, 3, 10)), ByLead, At(3, 1)).Yes() };
        Assert.Equal((1, 0), (closed.In(2).Groups.Open, closed.In(2).Groups.Closed));
        Assert.Equal(new(Closed: 1), closed.In(3).Groups);
        Assert.Equal(new(), closed.In(4).Groups);
        Assert.Equal((1, 0), (closed.In(3).Meetings.Planned, closed.In(4).Meetings.Planned));
    }

    [Fact]
    public void Joining_and_leaving_count_on_their_days_and_not_if_both_are_on_one()
    {
        var year = Year.Of(2).Join(3, new(2026, 2, 2)).Leave(3, new(2026, 4, 5)).Join(4, new(2026, 4, 6))
            .Leave(4, new(2026, 4, 6));
        Assert.Equal((2, 0), (year.In(1).People.Joined, year.In(1).People.Left));
        Assert.Equal((1, 0), (year.In(2).People.Joined, year.In(2).People.Left));
        Assert.Equal((0, 1), (year.In(4).People.Joined, year.In(4).People.Left));
    }

    [Fact]
    public void Erasing_a_person_counts_as_leaving_and_changes_nothing_before()
    {
        var year = Year.Of(3).Log(0, [1, 2]);
        var erased = year with { Group = year.Group.Forget(Person(2), Abroad.East, At(6, 1)).Yes() };
        Assert.Equal(year.In(1), erased.In(1));
        Assert.Equal(1, erased.In(6).People.Left);
    }

    [Fact]
    public void A_corrected_meeting_moves_to_the_month_it_belongs_to()
    {
        var year = Year.Of().Log(4, [1, 2], new(1));
        var moved = year.Correct(4, 1, new() { Why = "It was on Saturday", HeldOn = new(2026, 1, 31) });
        Assert.Equal((1, 2, 1), (year.In(2).Meetings.Held, year.In(2).People.Named, year.In(2).People.Unnamed));
        Assert.Equal((0, 0, 0), (moved.In(2).Meetings.Held, moved.In(2).People.Named, moved.In(2).People.Unnamed));
        Assert.Equal((1, 2, 1), (moved.In(1).Meetings.Held, moved.In(1).People.Named, moved.In(1).People.Unnamed));
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_each_period_has_the_same_one_a_year_earlier()
    {
        Assert.Equal(new DateOnly(2026, 11, 16), Periods.StartOf(new(2026, 11, 22), GrowthBy.Week));
        Assert.Equal(new DateOnly(2026, 11, 16), Periods.StartOf(new(2026, 11, 16), GrowthBy.Week));
        Assert.Equal(new DateOnly(2025, 11, 17), Periods.YearBefore(new(2026, 11, 16), GrowthBy.Week));
        Assert.Equal(new DateOnly(2025, 2, 1), Periods.YearBefore(new(2026, 2, 1), GrowthBy.Month));
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 12, 0, 0, TimeSpan.Zero);
}
