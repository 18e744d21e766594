using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>A change of the plan begins on the day it is made.</summary>
public sealed class EarlierPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Fact]
    public void A_new_start_holds_from_today_and_an_earlier_week_keeps_its_own()
    {
        var changed = AGroup().Describe(TheGroup, At(new(18, 30)), IfMatch.Any, 1, ByLead, Now).Yes();
        Assert.Equal(
            [(new(2026, 11, 10), Seven), (new(2026, 11, 17), Seven), (new DateOnly(2026, 11, 24), new(18, 30))],
            Planned(changed, Today.AddDays(-8), Today.AddDays(6)));
        var again = changed.Describe(TheGroup, At(new(20, 0)), IfMatch.Any, 1, ByLead, Now.AddHours(1)).Yes();
        Assert.Equal(Seven, Planned(again, Today.AddDays(-1), Today.AddDays(-1)).Single().StartsAt);
        var later = again.Describe(TheGroup, At(Seven), IfMatch.Any, 1, ByLead, Now.AddDays(7)).Yes();
        Assert.Equal(new(20, 0), Planned(later, new(2026, 11, 24), new(2026, 11, 24)).Single().StartsAt);
        Assert.Same(later, later.Describe(TheGroup, At(Seven), IfMatch.Any, 1, ByLead, Now.AddDays(7)).Yes());
    }

    [Fact]
    public void Another_name_or_topic_is_no_change_of_the_plan()
    {
        var topics = Description() with
        {
            Name = "Tuesday", Schedule = new() { Series = [Tuesdays with { Topics = ["sleep"], For = ["carers"] }] }
        };
        Assert.Empty(AGroup().Describe(TheGroup, topics, IfMatch.Any, 1, ByLead, Now).Yes().EarlierPlans);
    }

    [Fact]
    public void The_first_series_may_begin_in_the_past()
    {
        var without = new Group().Describe(
            TheGroup, Description() with { Schedule = null }, IfMatch.None, 0, ByLead, Now).Yes();
        var with = without.Describe(TheGroup, Description(), IfMatch.Any, 1, ByLead, Now).Yes();
        Assert.Single(Planned(with, Today.AddDays(-1), Today.AddDays(-1)));
    }

    [Fact]
    public void A_pause_that_is_put_or_withdrawn_changes_no_day_that_is_past()
    {
        Pause[] since = [new(new(2026, 11, 1), new(2026, 12, 1))];
        var paused =
            AGroup().Describe(TheGroup, Description() with { Pauses = [.. since] }, IfMatch.Any, 1, ByLead, Now)
            .Yes();
        Assert.Equal([new DateOnly(2026, 11, 17)], Days(paused, new(2026, 11, 11), new(2026, 11, 30)));
        var resumed = paused.Describe(TheGroup, Description(), IfMatch.Any, 1, ByLead, Now.AddDays(7)).Yes();
        Assert.Equal(
            [new DateOnly(2026, 11, 17)], Days(resumed, new(2026, 11, 11), new(2026, 11, 24)));
    }

    [Fact]
    public void A_group_that_reopens_did_not_meet_while_it_was_closed()
    {
        var reopened = AGroup().Close(new(), ByLead, Now).Yes().Reopen(ByLead, Now.AddDays(14)).Yes();
        Assert.Equal(
            [new(2026, 11, 17), new DateOnly(2026, 12, 8)], Days(reopened, new(2026, 11, 11), new(2026, 12, 8)));
        var later = reopened.Describe(TheGroup, At(new(20, 0)), IfMatch.Any, 1, ByLead, Now.AddDays(30)).Yes();
        Assert.Equal(
            [new(2026, 11, 17), new DateOnly(2026, 12, 8)], Days(later, new(2026, 11, 11), new(2026, 12, 8)));
        // It met until the day it closed, and meets again on the day it reopens.
        var closed = AGroup().Close(new(On: new(2026, 11, 25)), ByLead, Now).Yes();
        var tuesday = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [new(2026, 11, 24), new DateOnly(2026, 12, 1)],
            Days(closed.Reopen(ByLead, tuesday).Yes(), Today, new(2026, 12, 1)));
    }

    [Fact]
    public void A_change_while_a_group_is_closed_brings_none_of_its_days_back()
    {
        var closed = AGroup().Close(new(), ByLead, Now).Yes();
        foreach (var day in (int[])[7, 14])
        {
            var changed = closed.Describe(TheGroup, At(new(20, 0)), IfMatch.Any, 1, ByLead, Now.AddDays(day)).Yes();
            var reopened = changed.Reopen(ByLead, Now.AddDays(14)).Yes();
            Assert.Equal(
                [(new(2026, 11, 17), Seven), (new DateOnly(2026, 12, 8), new(20, 0))],
                Planned(reopened, new(2026, 11, 11), new(2026, 12, 8)));
        }
    }

    [Fact]
    public void A_group_that_reopens_before_the_day_or_on_it_has_no_other_plan()
    {
        var closing = AGroup().Close(new(On: Today.AddDays(7)), ByLead, Now).Yes();
        Assert.Empty(closing.Reopen(ByLead, Now).Yes().EarlierPlans);
        Assert.Empty(closing.Reopen(ByLead, Now.AddDays(7)).Yes().EarlierPlans);
    }

    [Fact]
    public void Closing_and_reopening_all_day_long_keeps_one_plan_and_one_pause()
    {
        var group = AGroup();
        foreach (var days in (int[])[3, 9, 200, 14])
            group = group.Close(new(On: Today.AddDays(-days)), ByLead, Now).Yes().Reopen(ByLead, Now).Yes();
        Assert.Equal([new Pause(Today.AddDays(-200), Today)], Assert.Single(group.EarlierPlans).Pauses);
    }

    [Fact]
    public void A_group_meets_again_on_the_first_day_after_a_pause()
    {
        var tuesday = new DateOnly(2026, 12, 1);
        var paused = AGroup().Describe(
            TheGroup, Description() with { Pauses = [new(new(2026, 11, 24), tuesday)] }, IfMatch.Any, 1, ByLead, Now)
                .Yes();
        Assert.Equal([tuesday], Days(paused, Today, tuesday));
        Assert.Equal(
            (GroupStatus.Active, GroupStatus.Paused, GroupStatus.Paused, GroupStatus.Active),
            (paused.Calendar.StatusOn(new(2026, 11, 23)), paused.Calendar.StatusOn(new(2026, 11, 24)),
            paused.Calendar.StatusOn(tuesday.AddDays(-1)), paused.Calendar.StatusOn(tuesday)));
    }

    [Theory]
    [InlineData(35)]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(400)]
    public void The_next_meeting_is_found_however_far_ahead_it_is(int days)
    {
        var first = Today.AddDays(days);
        var series = new Series { Id = "later", Versions = [new(first, Seven, 90, "FREQ=WEEKLY")] };
        var group = AGroup().Describe(
            TheGroup, Description() with { Schedule = new() { Series = [series] } }, IfMatch.Any, 1, ByLead, Now).Yes();
        Assert.Equal(first, DateOnly.FromDateTime(group.Calendar.Next(Now)!.StartsAt.Date));
    }

    [Fact]
    public void A_group_that_gives_up_its_series_keeps_the_days_on_which_it_met()
    {
        var stopped = AGroup().Describe(
            TheGroup, Description() with { Schedule = null }, IfMatch.Any, 1, ByLead, Now).Yes();
        Assert.Equal([new DateOnly(2026, 11, 17)], Days(stopped, new(2026, 11, 11), new(2026, 12, 31)));
        var renamed = stopped.Describe(
            TheGroup, Description() with { Schedule = null, Name = "Tea" }, IfMatch.Any, 1, ByLead, Now.AddDays(9))
                .Yes();
        Assert.Equal(stopped.EarlierPlans, renamed.EarlierPlans);
    }

    [Fact]
    public void The_last_twenty_earlier_plans_are_kept()
    {
        var group = AGroup();
        for (var day = 1; day <= 30; day++)
        {
            var next = At(new(10, day));
            group = group.Describe(TheGroup, next, IfMatch.Any, 1, ByLead, Now.AddDays(day)).Yes();
        }
        Assert.Equal(20, group.EarlierPlans.Length);
        Assert.Equal(new(2026, 12, 18), group.EarlierPlans[^1].Until);
        var reopened = group.Close(new(), ByLead, Now.AddDays(31)).Yes().Reopen(ByLead, Now.AddDays(33)).Yes();
        Assert.Equal((20, new(2026, 12, 21)), (reopened.EarlierPlans.Length, reopened.EarlierPlans[^1].Until));
    }

    [Fact]
    public void Bank_holidays_are_left_out_where_a_series_says_so()
    {
        var mondays = new Series
        {
            Id = "mondays", Versions = [new(new(2026, 1, 5), Seven, 90, "FREQ=WEEKLY;BYDAY=MO")],
            NotOnBankHolidays = true
        };
        var schedule = new Schedule { Series = [mondays, mondays with { Id = "also", NotOnBankHolidays = false }] };
        var group = AGroup().Describe(
            TheGroup, Description() with { Schedule = schedule }, IfMatch.Any, 1, ByLead, Now).Yes();
        // GOV.UK: Boxing Day 2026 is a Saturday, so the Monday after it is a substitute day.
        Assert.Equal([new(2026, 12, 21), new DateOnly(2027, 1, 4)], Days(group, "mondays"));
        Assert.Equal([new(2026, 12, 21), new(2026, 12, 28), new DateOnly(2027, 1, 4)], Days(group, "also"));
    }

    private static IEnumerable<DateOnly> Days(Group group, string series)
    {
        return group.Calendar.Occurrences(new(2026, 12, 20), new(2027, 1, 5))
            .Where(one => one.Series == series)
            .Select(one => one.On);
    }

    private static GroupDescription At(TimeOnly time) => Description() with
    {
        Schedule = new() { Series = [Tuesdays with { Versions = [Tuesdays.Versions[0] with { StartsAt = time }] }] }
    };

    private static IEnumerable<DateOnly> Days(Group group, DateOnly from, DateOnly to) =>
        group.Calendar.Planned(from, to).Select(one => one.On);

    private static IEnumerable<(DateOnly On, TimeOnly StartsAt)> Planned(Group group, DateOnly from, DateOnly to) =>
        group.Calendar.Planned(from, to).Select(one => (one.On, one.StartsAt));
}
