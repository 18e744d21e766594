using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Calendar;

/// <summary>A group that meets on Tuesdays at seven, and what changes that.</summary>
public sealed class GroupCalendarTests
{
    private static readonly DateOnly Next = Tuesday.AddDays(7);
    private static readonly GroupCalendar Weekly = Of(Tuesdays);

    [Fact]
    public void Both_ends_of_a_span_are_included()
    {
        Assert.Equal([Tuesday, Next], Days(Weekly, Tuesday, Next));
        Assert.Empty(Days(Weekly, Tuesday.AddDays(1), Next.AddDays(-1)));
        var oneOff = Weekly with { OneOffs = [On(Tuesday.AddDays(1))] };
        Assert.Equal([Tuesday.AddDays(1)], Days(oneOff, Tuesday.AddDays(1), Tuesday.AddDays(1)));
        Assert.Empty(Days(oneOff, Tuesday.AddDays(2), Next.AddDays(-1)));
        Assert.Equal([Tuesday], Days(oneOff, Tuesday, Tuesday));
    }

    [Fact]
    public void Meetings_are_in_order_of_day_and_then_of_time_whoever_planned_them()
    {
        var calendar =
            Weekly with { OneOffs = [On(Next, new(20, 0), 2), On(Next, new(18, 0), 3), On(Tuesday, Seven, 4)] };
        Assert.Equal(
            [(Tuesday, Seven), (Tuesday, Seven), (Next, new(18, 0)), (Next, Seven), (Next, new TimeOnly(20, 0))],
            calendar.Planned(Tuesday, Next).Select(one => (one.On, one.StartsAt)));
    }

    [Fact]
    public void Series_that_meet_on_the_same_day_are_in_order_of_time()
    {
        var late = At(new(20, 0)).Series[0] with { Id = "late" };
        var early = At(new(18, 0)).Series[0] with { Id = "early" };
        Assert.Equal(["early", "late"], Of(late, early).Occurrences(Next, Next).Select(one => one.Series));
    }

    [Fact]
    public void Nothing_is_planned_from_the_day_on_which_the_group_closes()
    {
        var closing = Weekly with { ClosesOn = Next, OneOffs = [On(Next), On(Next.AddDays(-1), number: 2)] };
        Assert.Equal([Tuesday, Next.AddDays(-1)], Days(closing, Tuesday, Next));
        Assert.Equal((true, false), (closing.IsBeforeClosing(Next.AddDays(-1)), closing.IsBeforeClosing(Next)));
        Assert.Equal(
            (GroupStatus.Active, GroupStatus.Closed), (closing.StatusOn(Next.AddDays(-1)), closing.StatusOn(Next)));
    }

    [Fact]
    public void A_pause_holds_for_the_series_and_not_for_what_is_planned_by_itself()
    {
        var paused = Weekly with { Pauses = [new(Tuesday, Next)], OneOffs = [On(Tuesday.AddDays(1))] };
        Assert.Equal([Tuesday.AddDays(1), Next], Days(paused, Tuesday, Next));
    }

    [Fact]
    public void Each_earlier_plan_holds_until_the_day_that_the_next_begins()
    {
        var calendar = Weekly with
        {
            Earlier =
            [
                new(At(new(10, 0)), [], Tuesday), new(At(new(11, 0)), [], Next),
                new(null, [], Next.AddDays(7)),
            ]
        };
        Assert.Equal(
            [
                (Tuesday.AddDays(-7), new(10, 0)), (Tuesday, new(11, 0)), (Next.AddDays(7), Seven),
                (Next.AddDays(14), Seven),
            ],
            Times(calendar, Tuesday.AddDays(-7), Next.AddDays(14)));
        Assert.Equal([(Tuesday, new TimeOnly(11, 0))], Times(calendar, Tuesday, Next));
        Assert.Equal(
            [(Tuesday.AddDays(-7), new TimeOnly(10, 0))], Times(calendar, Tuesday.AddDays(-7), Tuesday.AddDays(-7)));
    }

    [Fact]
    public void A_meeting_that_is_cancelled_or_in_the_hour_that_the_clocks_skip_is_not_the_next()
    {
        var now = new DateTimeOffset(2027, 3, 27, 12, 0, 0, TimeSpan.Zero);
        var spring = new DateOnly(2027, 3, 28);
        var calendar = Weekly with { OneOffs = [On(spring, new(1, 30), 2), On(spring, new(5, 0), 3, cancelled: true)] };
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 19, 0, 0, TimeSpan.FromHours(1)), calendar.Next(now)!.StartsAt);
    }

    [Fact]
    public void A_meeting_is_the_next_until_the_instant_it_starts_and_says_its_length()
    {
        var starts = new DateTimeOffset(Tuesday, Seven, TimeSpan.Zero);
        Assert.Equal(
            (starts, 90), (Weekly.Next(starts.AddTicks(-1))!.StartsAt, Weekly.Next(starts.AddTicks(-1))!.Minutes));
        Assert.Equal(starts.AddDays(7), Weekly.Next(starts)!.StartsAt);
    }

    [Fact]
    public void A_meeting_more_than_400_days_ahead_is_not_the_next()
    {
        var starts = new DateTimeOffset(Tuesday, Seven, TimeSpan.Zero);
        var later = Of(new Series { Id = "later", Versions = [new(Tuesday, Seven, 90, "FREQ=YEARLY;INTERVAL=9")] });
        Assert.Equal(starts, later.Next(starts.AddDays(-400))?.StartsAt);
        Assert.Null(later.Next(starts.AddDays(-401)));
    }

    [Fact]
    public void A_one_off_without_a_length_takes_that_of_the_first_series_that_has_begun()
    {
        var longer = Tuesdays with
        {
            Id = "later",
            Versions = [new(Next, Seven, 45, "FREQ=WEEKLY"), new(Next.AddDays(7), Seven, 50, "FREQ=WEEKLY")]
        };
        Assert.Equal((90, 45), (Of(longer).MinutesOn(Next.AddDays(-1)), Of(longer).MinutesOn(Next)));
        Assert.Equal(50, Of(longer).MinutesOn(Next.AddDays(7)));
        Assert.Equal(
            60,
            Of(longer, Tuesdays with { Versions = [Tuesdays.Versions[0] with { Minutes = 60 }] }).MinutesOn(Tuesday));
        Assert.Equal(90, new GroupCalendar(TheGroup, null, [], [], null).MinutesOn(Tuesday));
        var oneOffs =
            Of(longer) with { OneOffs = [On(Next.AddDays(1)), On(Next.AddDays(2), number: 2) with { Minutes = 20 }] };
        Assert.Equal([45, 20], oneOffs.Planned(Next.AddDays(1), Next.AddDays(2)).Select(one => one.Minutes));
    }

    [Fact]
    public void An_occurrence_is_found_from_its_ID_while_a_series_ever_had_its_name()
    {
        var id = OccurrenceId.Derive(TheGroup, "tuesday-evening", Tuesday.AddDays(1));
        Assert.Equal(("tuesday-evening", Tuesday.AddDays(1)), Weekly.Find(id));
        var stopped = new GroupCalendar(TheGroup, null, [], [], null);
        Assert.Null(stopped.Find(id));
        Assert.NotNull((stopped with { Earlier = [new(Weekly.Schedule, [], Tuesday)] }).Find(id));
        Assert.NotNull(Of(Tuesdays with { Id = "other" }, Tuesdays).Find(id));
    }

    private static GroupCalendar Of(params ImmutableArray<Series> series) =>
        new(TheGroup, new() { Series = series }, [], [], null);

    private static Schedule At(TimeOnly time) =>
        new() { Series = [Tuesdays with { Versions = [Tuesdays.Versions[0] with { StartsAt = time }] }] };

    private static OneOff On(DateOnly day, TimeOnly? at = null, int number = 1, bool cancelled = false) =>
        new(new(Person(number).Value), day, at ?? Seven, cancelled, null);

    private static IEnumerable<DateOnly> Days(GroupCalendar calendar, DateOnly from, DateOnly to) =>
        calendar.Planned(from, to).Select(one => one.On);

    private static IEnumerable<(DateOnly On, TimeOnly StartsAt)> Times(
        GroupCalendar calendar, DateOnly from, DateOnly to) =>
        calendar.Occurrences(from, to).Select(one => (one.On, one.StartsAt));
}
