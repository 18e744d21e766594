using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>How often a group meets, from what a lead chose to the rule that is kept.</summary>
public sealed class SeriesFormTests
{
    [Theory]
    [InlineData("2027-03-01", "FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("2027-03-07", "FREQ=MONTHLY;BYDAY=1SU")]
    [InlineData("2027-03-08", "FREQ=MONTHLY;BYDAY=2MO")]
    [InlineData("2027-03-28", "FREQ=MONTHLY;BYDAY=4SU")]
    [InlineData("2027-03-29", "FREQ=MONTHLY;BYDAY=-1MO")]
    [InlineData("2027-03-31", "FREQ=MONTHLY;BYDAY=-1WE")]
    public void Once_a_month_is_the_week_of_the_first_meeting_and_the_fifth_is_the_last(string first, string rule) =>
        Assert.Equal(rule, Read("monthly", first)?.Rule);

    [Theory]
    [InlineData("weekly", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    public void The_weekday_is_that_of_the_first_meeting_and_the_form_reads_its_own_rule(string pattern, string rule)
    {
        var version = Read(pattern, "2027-03-02")!;
        Assert.Equal(new SeriesVersion(new(2027, 3, 2), new(19, 0), 90, rule), version);
        Assert.Equal(pattern, SeriesForm.Of(version).Pattern);
        Assert.Equal("monthly", SeriesForm.Of(Read("monthly", "2027-03-02")!).Pattern);
    }

    [Fact]
    public void By_arrangement_is_no_series_and_nothing_is_wrong_with_it() => Assert.Null(Read("", "whenever"));

    private static SeriesVersion? Read(string pattern, string from)
    {
        FormErrors errors = [];
        var read = new SeriesForm { Pattern = pattern, From = from, StartsAt = "19:00" }.Read(errors);
        Assert.Empty(errors);
        return read;
    }
}
