using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Tests.Calendar;

public class ScheduleRulesTests
{
    private static readonly SeriesVersion Tuesdays = new(new(2026, 3, 3), new(19, 0), 90, "FREQ=WEEKLY;BYDAY=TU");

    [Fact]
    public void Each_field_has_its_bounds()
    {
        Assert.Equal("schedule.series[0].versions", Field([]));
        Assert.Equal("schedule.series[0].versions", Field(default(ImmutableArray<SeriesVersion>)));
        Assert.Null(Field([.. Rising(12)]));
        Assert.Equal("schedule.series[0].versions", Field([.. Rising(13)]));
        Assert.Equal("schedule.series[0].versions[1]", Field([Tuesdays, null!]));
        Assert.Equal("schedule.series[0].versions[1].from", Field([Tuesdays, Tuesdays]));
        Assert.Equal("schedule.series[0].versions[2].from", Field([.. Rising(2), Tuesdays]));
        Assert.Equal("schedule.series[0].versions[0].from", Field([Tuesdays with { From = new(1999, 12, 31) }]));
        Assert.Null(Field([Tuesdays with { From = new(2000, 1, 1) }, Tuesdays with { From = new(2100, 12, 31) }]));
        Assert.Equal("schedule.series[0].versions[0].from", Field([Tuesdays with { From = new(2101, 1, 1) }]));
        Assert.Equal("schedule.series[0].versions[0].minutes", Field([Tuesdays with { Minutes = 4 }]));
        Assert.Null(Field([Tuesdays with { Minutes = 5 }]));
        Assert.Null(Field([Tuesdays with { Minutes = 1440 }]));
        Assert.Equal("schedule.series[0].versions[0].minutes", Field([Tuesdays with { Minutes = 1441 }]));
        Assert.Equal(
            "schedule.series[0].versions[0].rule",
            Field([Tuesdays with { Rule = "FREQ=WEEKLY;BYDAY=TU" + string.Concat(Enumerable.Repeat(",TU", 61)) }]));
        Assert.Null(ScheduleRules.Check(With(Tuesdays) with { Except = [.. Enumerable.Repeat(Tuesdays.From, 100)] }));
        Assert.Equal(
            "schedule.except",
            ScheduleRules.Check(With(Tuesdays) with { Except = [.. Enumerable.Repeat(Tuesdays.From, 101)] })?.Field);
    }

    [Fact]
    public void A_schedule_has_up_to_twelve_series_with_up_to_twenty_four_versions_in_all()
    {
        Assert.Equal("schedule.series", Field(new Schedule { Series = [] }));
        Assert.Equal("schedule.series", Field(new Schedule { Series = default }));
        Assert.Null(Field(Many(series: 12, versions: 2)));
        Assert.Equal("schedule.series", Field(Many(series: 13, versions: 1)));
        Assert.Equal("schedule.series", Field(Many(series: 5, versions: 5)));
        Assert.Equal("schedule.series[1]", Field(new Schedule { Series = [Named("one"), null!] }));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("9.Tuesday_evening-A")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void The_ID_of_a_series_is_taken(string id) => Assert.Null(Field(new Schedule { Series = [Named(id)] }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-tuesday")]
    [InlineData("tuesday evening")]
    [InlineData("tuesday\n")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void Another_ID_is_refused(string? id) =>
        Assert.Equal("schedule.series[0].id", Field(new Schedule { Series = [Named(id!)] }));

    [Fact]
    public void Two_series_have_different_IDs_whatever_their_case()
    {
        Assert.Equal("schedule.series[2].id", Field(new Schedule { Series = [Named("a"), Named("b"), Named("A")] }));
        Assert.Null(Field(new Schedule { Series = [Named("a"), Named("b"), Named("c")] }));
    }

    [Fact]
    public void The_first_invalid_field_of_the_first_invalid_series_is_named()
    {
        var words = Named("b") with { Topics = ["two words"] };
        Assert.Equal("schedule.series[1].topics", Field(new Schedule { Series = [Named("a"), words] }));
        Assert.Equal(
            "schedule.series[0].for", Field(new Schedule { Series = [Named("b") with { For = ["two words"] }] }));
        Assert.Equal(
            "schedule.series[0].versions[0].startsAt",
            Field([Tuesdays with { StartsAt = new TimeOnly(19, 0).Add(TimeSpan.FromTicks(1)) }]));
        var never = Named("b") with { Versions = [Tuesdays, Tuesdays with { From = new(2026, 4, 1), Rule = Never }] };
        Assert.Equal("schedule.series[1].versions[1].rule", Field(new Schedule { Series = [Named("a"), never] }));
        Assert.Null(ScheduleRules.FindSizeFault(new() { Series = [Named("a"), never] }));
    }

    [Fact]
    public void A_rule_may_wait_ten_years_for_its_first_meeting_and_no_longer()
    {
        Assert.Null(Field([new(new(2019, 2, 28), new(19, 0), 90, "FREQ=YEARLY;INTERVAL=10;BYMONTH=2;BYMONTHDAY=28")]));
        Assert.Null(Field([new(new(2019, 3, 1), new(19, 0), 90, "FREQ=YEARLY;INTERVAL=10;BYMONTH=2;BYMONTHDAY=28")]));
        Assert.NotNull(
            Field([new(new(2019, 3, 1), new(19, 0), 90, "FREQ=YEARLY;INTERVAL=11;BYMONTH=2;BYMONTHDAY=28")]));
    }

    [Fact]
    public void A_group_has_up_to_twenty_pauses_each_of_a_day_or_more_from_2000_to_2100()
    {
        var first = new DateOnly(2000, 1, 1);
        var last = new DateOnly(2100, 12, 31);
        Assert.Null(Paused(Enumerable.Repeat(new Pause(first, first.AddDays(1)), 20)));
        Assert.Equal("pauses", Paused(Enumerable.Repeat(new Pause(first, last), 21)));
        Assert.Equal("pauses", ScheduleRules.Check(default(ImmutableArray<Pause>))?.Field);
        Assert.Null(Paused([new(last.AddDays(-1), last)]));
        Assert.Equal("pauses[1]", Paused([new(first, last), null!]));
        Assert.Equal("pauses[0].from", Paused([new(first.AddDays(-1), last)]));
        Assert.Equal("pauses[0].from", Paused([new(last.AddDays(1), last)]));
        Assert.Equal("pauses[1].until", Paused([new(first, last), new(first, first)]));
        Assert.Equal("pauses[0].until", Paused([new(first, last.AddDays(1))]));
    }

    [Fact]
    public void Days_left_out_that_nobody_sent_are_none()
    {
        Assert.Equal(
            Tuesdays.From,
            Recurrence.Between(With(Tuesdays) with { Except = default }, Tuesdays.From, Tuesdays.From).Single().On);
    }

    private const string Never = "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2";

    private static string? Paused(IEnumerable<Pause> pauses) => ScheduleRules.Check([.. pauses])?.Field;

    private static string? Field(Schedule schedule) => ScheduleRules.Check(schedule)?.Field;

    private static Schedule Many(int series, int versions) => new()
    {
        Series = [.. Enumerable.Range(0, series).Select(n => Named($"s{n}") with { Versions = [.. Rising(versions)] })]
    };

    private static Series Named(string id) => new() { Id = id, Versions = [Tuesdays] };

    private static string? Field(ImmutableArray<SeriesVersion> versions) =>
        ScheduleRules.Check(With(versions))?.Field;

    private static Schedule With(SeriesVersion version) => With([version]);

    private static Schedule With(ImmutableArray<SeriesVersion> versions) =>
        new() { Series = [new() { Id = "tuesdays", Versions = versions }] };

    private static IEnumerable<SeriesVersion> Rising(int count) =>
        Enumerable.Range(0, count).Select(days => Tuesdays with { From = Tuesdays.From.AddDays(1 + days) });
}
