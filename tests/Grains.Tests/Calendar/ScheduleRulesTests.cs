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
        Assert.Equal("schedule.series[0].versions", Field(default));
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
    public void Days_left_out_that_nobody_sent_are_none()
    {
        Assert.Equal(
            Tuesdays.From,
            Recurrence.Between(With(Tuesdays) with { Except = default }, Tuesdays.From, Tuesdays.From).Single().On);
    }

    private static string? Field(ImmutableArray<SeriesVersion> versions) =>
        ScheduleRules.Check(With(versions))?.Field;

    private static Schedule With(SeriesVersion version) => With([version]);

    private static Schedule With(ImmutableArray<SeriesVersion> versions) =>
        new() { Series = [new() { Id = "tuesdays", Versions = versions }] };

    private static IEnumerable<SeriesVersion> Rising(int count) =>
        Enumerable.Range(0, count).Select(days => Tuesdays with { From = Tuesdays.From.AddDays(1 + days) });
}
