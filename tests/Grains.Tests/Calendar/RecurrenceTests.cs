using PeerNet.Calendar;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Tests.Calendar;

public class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=WEEKLY", "2026-03-03", "2026-03-01 2026-03-31", "03-03 03-10 03-17 03-24 03-31")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,SA", "2026-03-03", "2026-03-07 2026-03-14", "03-07 03-10 03-14")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2026-12-08", "2026-12-01 2027-02-28", "12-08 12-22 01-05 01-19 02-02 02-16")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "2026-01-13", "2026-09-01 2027-01-31", "09-08 10-13 11-10 12-08 01-12")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30", "2026-01-01 2026-05-31", "01-30 02-27 03-27 04-24 05-29")]
    [InlineData(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "2026-01-14",
        "2026-01-01 2026-05-31",
        "01-30 02-27 03-31 04-30 05-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-01-01 2026-06-30", "01-31 03-31 05-31")]
    [InlineData("FREQ=DAILY;INTERVAL=3", "2026-02-25", "2026-02-27 2026-03-07", "02-28 03-03 03-06")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2025-01-01 2030-12-31", "02-29")]
    public void A_rule_gives_its_days(string rule, string from, string range, string days) =>
        Assert.Equal(days, Days(rule, from, range));

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "03-10 03-17 03-24 03-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "03-17 03-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "03-06 03-17 03-20 03-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "03-27")]
    [InlineData("FREQ=WEEKLY;COUNT=2;BYDAY=TU", "03-10 03-17")]
    public void A_first_day_that_does_not_match_is_not_a_meeting_but_still_says_where_counting_begins(
        string rule, string days) =>
        Assert.Equal(days, Days(rule, "2026-03-04", "2026-03-01 2026-04-02"));

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "03-10 03-15 03-24 03-29")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "03-10 03-22 03-24")]
    public void A_week_begins_on_Monday_unless_the_rule_says_otherwise(string rule, string days) =>
        Assert.Equal(days, Days(rule, "2026-03-10", "2026-03-01 2026-03-31"));

    [Theory]
    [InlineData("FREQ=WEEKLY;COUNT=3", "2026-03-01 2026-12-31", "03-03 03-10 03-17")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "2026-03-11 2026-12-31", "03-17")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260317", "2026-03-11 2026-12-31", "03-17")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260317T190000Z", "2026-03-11 2026-12-31", "03-17")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260317T185959Z", "2026-03-01 2026-12-31", "03-03 03-10")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260407T180000Z", "2026-03-30 2026-12-31", "03-31 04-07")]
    public void A_rule_ends_after_so_many_or_on_a_day_or_at_an_instant(string rule, string range, string days) =>
        Assert.Equal(days, Days(rule, "2026-03-03", range));

    [Fact]
    public void A_yearly_rule_keeps_the_days_that_come_earlier_in_the_year_than_its_first_day() =>
        Assert.Equal("01-05", Days("FREQ=YEARLY;BYDAY=1MO;UNTIL=20260131", "2024-12-15", "2026-01-01 2026-12-31"));

    [Fact]
    public void A_day_left_out_has_no_meeting_and_still_counts()
    {
        Assert.Equal("03-03 03-17", Days(
            One("FREQ=WEEKLY;COUNT=3", "2026-03-03") with { Except = [new(2026, 3, 10)] }, "2026-01-01 2026-12-31"));
    }

    [Fact]
    public void A_version_holds_until_the_day_before_the_next_begins()
    {
        var schedule = new Schedule
        {
            Series = [new()
            {
                Id = "any",
                Versions =
                [
                    new(new(2026, 3, 3), new(19, 0), 90, "FREQ=WEEKLY"),
                    new(new(2026, 3, 17), new(18, 30), 60, "FREQ=WEEKLY;BYDAY=TH")
                ]
            }],
        };

        Assert.Equal(
            [
                new("any", new(2026, 3, 3), new(19, 0), 90),
                new("any", new(2026, 3, 10), new(19, 0), 90),
                new("any", new(2026, 3, 19), new(18, 30), 60),
                new Occurrence("any", new(2026, 3, 26), new(18, 30), 60)
            ],
            Recurrence.Between(schedule, new(2026, 1, 1), new(2026, 3, 31)));
    }

    [Fact]
    public void An_evening_keeps_its_local_time_when_the_clocks_change()
    {
        var schedule = One("FREQ=WEEKLY", "2026-03-24");

        Assert.Equal(["2026-03-24T19:00Z", "2026-03-31T18:00Z"], Instants(schedule, "2026-03-24 2026-03-31"));
        Assert.Equal(["2026-10-20T18:00Z", "2026-10-27T19:00Z"], Instants(schedule, "2026-10-20 2026-10-27"));
    }

    [Fact]
    public void A_time_the_clocks_skip_is_no_meeting_and_does_not_count()
    {
        Assert.Equal(
            ["2026-03-28T01:30Z", "2026-03-30T00:30Z"],
            Instants(One("FREQ=DAILY;COUNT=2", "2026-03-28", "01:30"), "2026-03-01 2026-04-30"));
    }

    [Fact]
    public void A_time_the_clocks_show_twice_is_one_meeting_at_the_first()
    {
        Assert.Equal(
            ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
            Instants(One("FREQ=DAILY", "2026-10-24", "01:30"), "2026-10-24 2026-10-26"));
    }

    private static Schedule One(string rule, string from, string startsAt = "19:00") =>
        new()
        {
            Series = [new() { Id = "any", Versions = [new(DateOnly.Parse(from), TimeOnly.Parse(startsAt), 90, rule)] }]
        };

    private static string Days(string rule, string from, string range) => Days(One(rule, from), range);

    private static string Days(Schedule schedule, string range) =>
        string.Join(' ', Between(schedule, range).Select(one => one.On.ToString("MM-dd")));

    private static IEnumerable<string> Instants(Schedule schedule, string range)
    {
        return Between(schedule, range)
            .Select(one => London.At(one.On, one.StartsAt)!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'"));
    }

    private static IEnumerable<Occurrence> Between(Schedule schedule, string range) =>
        Recurrence.Between(schedule, DateOnly.Parse(range.Split(' ')[0]), DateOnly.Parse(range.Split(' ')[1]));
}
