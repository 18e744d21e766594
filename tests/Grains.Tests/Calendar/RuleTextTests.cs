using System.Diagnostics;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Tests.Calendar;

public class RuleTextTests
{
    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("BYDAY=TU;INTERVAL=52;FREQ=WEEKLY;WKST=SU")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,FR;BYMONTH=1,2,12;COUNT=999")]
    [InlineData("FREQ=MONTHLY;BYDAY=+2TU,-1FR;UNTIL=20261231")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;UNTIL=20271231T235959Z")]
    [InlineData("FREQ=YEARLY;BYMONTH=02;BYMONTHDAY=29")]
    [InlineData("FREQ=YEARLY;BYDAY=53MO,09TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1")]
    [InlineData("FREQ=YEARLY;BYMONTH=1;BYSETPOS=1")]
    public void Rules_that_groups_meet_by_are_taken(string rule) => Assert.Null(Check(rule));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("every Tuesday")]
    [InlineData("RRULE:FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY\n")]
    [InlineData("FREQ=WEEKLY\r\nEXDATE:20260303")]
    [InlineData("freq=weekly")]
    [InlineData("FREQ")]
    [InlineData("FREQ=WEEKLY;")]
    [InlineData("FREQ=WEEKLY;;BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY")]
    [InlineData("FREQ=1")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;INTERVAL=53")]
    [InlineData("FREQ=WEEKLY;INTERVAL=٢")]
    [InlineData("FREQ=WEEKLY;COUNT=0")]
    [InlineData("FREQ=WEEKLY;COUNT=99999999999")]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20261231")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260230")]
    [InlineData("FREQ=WEEKLY;UNTIL=20261231T190000")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260302")]
    [InlineData("FREQ=WEEKLY;UNTIL=00010101T000000Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=DAILY;BYDAY=-1FR")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU,")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=3")]
    [InlineData("FREQ=YEARLY;BYDAY=54MO")]
    [InlineData("FREQ=WEEKLY;BYSETPOS=1;COUNT=2")]
    [InlineData("FREQ=WEEKLY;BYMONTH=13")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=WEEKLY;BYHOUR=9")]
    [InlineData("FREQ=WEEKLY;BYMINUTE=0,30")]
    [InlineData("FREQ=WEEKLY;BYSECOND=1")]
    [InlineData("FREQ=YEARLY;BYEASTER=0")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100")]
    [InlineData("FREQ=WEEKLY;X-NOTE=hello")]
    public void Rules_that_cannot_be_are_refused_by_the_name_of_the_field(string? rule) =>
        Assert.Equal("schedule.series[0].versions[0].rule", Check(rule!)?.Field);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2")]
    [InlineData("FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2")]
    [InlineData("FREQ=DAILY;INTERVAL=7;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1;COUNT=3")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30")]
    public void Rules_that_never_come_true_are_refused_at_once(string rule)
    {
        var clock = Stopwatch.StartNew();

        Assert.Equal("schedule.series[0].versions[0].rule", Check(rule)?.Field);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_rule_has_up_to_two_hundred_characters()
    {
        var longest = "FREQ=WEEKLY;COUNT=12;BYDAY=TU" + string.Concat(Enumerable.Repeat(",TU", 57));
        Assert.Equal(200, longest.Length);
        Assert.Null(Check(longest));
        Assert.NotNull(Check(longest.Replace("COUNT=12", "COUNT=123")));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;X-NOTE=hello", "Use BYDAY, BYMONTH, BYMONTHDAY, BYSETPOS, COUNT, FREQ, INTERVAL, UNTIL, ")]
    [InlineData("FREQ=WEEKLY;COUNT=0", "The value of COUNT is not valid.")]
    [InlineData("FREQ=WEEKLY;FREQ=WEEKLY", "Use FREQ only once.")]
    [InlineData("COUNT=3", "FREQ is required.")]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20261231", "Use either COUNT or UNTIL, not both.")]
    [InlineData("FREQ=DAILY;BYDAY=1TU", "Use a numbered BYDAY only with FREQ=MONTHLY or FREQ=YEARLY.")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", "Do not use BYMONTHDAY with FREQ=WEEKLY.")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=3", "Use BYMONTHDAY with FREQ=MONTHLY, or add BYMONTH.")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS needs BYDAY, BYMONTHDAY or BYMONTH as well.")]
    [InlineData("", "Use 1 to 200 characters.")]
    public void A_refusal_says_what_is_wrong_with_the_rule(string rule, string said) =>
        Assert.StartsWith(said, Check(rule)!.Detail, StringComparison.Ordinal);

    internal static Refusal? Check(string rule) => ScheduleRules.Check(With(rule));

    internal static Schedule With(string rule) =>
        new() { Series = [new() { Id = "any", Versions = [new(new(2026, 3, 3), new(19, 0), 90, rule)] }] };
}
