using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>When a group meets, as people say it.</summary>
public sealed class ScheduleWordsTests
{
    private static readonly DateOnly Tuesday = new(2027, 3, 2);

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "Every Tuesday, 7pm to 8:30pm")]
    [InlineData("FREQ=WEEKLY", "Every Tuesday, 7pm to 8:30pm")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,SU", "Every Monday, Wednesday and Sunday, 7pm to 8:30pm")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "Every other Thursday, 7pm to 8:30pm")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "Every 3 weeks on Friday, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYDAY=2SA", "The second Saturday of the month, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "The last Friday of the month, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "The first Monday and third Monday of the month, 7pm to 8:30pm")]
    [InlineData("FREQ=DAILY", "Every day, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYDAY=-2FR", "On the days that the group has agreed, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "On the days that the group has agreed, 7pm to 8:30pm")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "On the days that the group has agreed, 7pm to 8:30pm")]
    [InlineData("FREQ=YEARLY", "On the days that the group has agreed, 7pm to 8:30pm")]
    [InlineData(
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601", "Every Tuesday, 7pm to 8:30pm, until Tuesday 1 June 2027")]
    [InlineData("FREQ=MONTHLY;BYDAY=4TU,5WE", "The fourth Tuesday and fifth Wednesday of the month, 7pm to 8:30pm")]
    public void A_rule_is_said_in_words_and_in_another_language(string rule, string words)
    {
        var series = ASeries(new SeriesVersion(Tuesday, new(19, 0), 90, rule));
        Assert.Equal(words, Language.English.Meets(series, Tuesday));
        Assert.Equal(words.ToUpperInvariant(), Language.Capitals.Meets(series, Tuesday));
    }

    [Fact]
    public void What_is_over_is_not_said_and_what_is_to_come_is_said_with_its_first_day()
    {
        var ended = ASeries(new SeriesVersion(Tuesday, new(19, 0), 90, "FREQ=DAILY;UNTIL=20270303"));
        Assert.NotNull(Language.English.Meets(ended, Tuesday.AddDays(1)));
        Assert.Null(Language.English.Meets(ended, Tuesday.AddDays(2)));
        var ahead = ASeries(new SeriesVersion(Tuesday.AddDays(1), new(9, 0), 60, "FREQ=DAILY"));
        const string Words = "Every day, 9am to 10am, from Wednesday 3 March 2027";
        Assert.Equal(Words, Language.English.Meets(ahead, Tuesday));
        Assert.Equal(Words.ToUpperInvariant(), Language.Capitals.Meets(ahead, Tuesday));
    }

    [Fact]
    public void The_version_of_the_day_counts()
    {
        var series = ASeries(
            new SeriesVersion(Tuesday, new(19, 0), 90, "FREQ=DAILY"),
            new SeriesVersion(Tuesday.AddDays(7), new(18, 0), 60, "FREQ=WEEKLY;BYDAY=MO"));
        Assert.Equal("Every day, 7pm to 8:30pm", Language.English.Meets(series, Tuesday.AddDays(6)));
        Assert.Equal("Every Monday, 6pm to 7pm", Language.English.Meets(series, Tuesday.AddDays(7)));
    }

    [Fact]
    public void Between_two_versions_the_one_that_follows_counts()
    {
        var series = ASeries(
            new SeriesVersion(Tuesday, new(19, 0), 90, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270309"),
            new SeriesVersion(Tuesday.AddDays(16), new(18, 0), 60, "FREQ=WEEKLY;BYDAY=TH"));
        Assert.Contains("Every Tuesday", Language.English.Meets(series, Tuesday.AddDays(7)), StringComparison.Ordinal);
        Assert.Equal(
            "Every Thursday, 6pm to 7pm, from Thursday 18 March 2027",
            Language.English.Meets(series, Tuesday.AddDays(8)));
        Assert.Equal("Every Thursday, 6pm to 7pm", Language.English.Meets(series, Tuesday.AddDays(16)));
        var group = new GroupDetails(new() { Name = "Tea" }, new("east-sussex"), new(Guid.CreateVersion7()));
        Assert.Equal("18:00", new TimesModel(group, Tuesday.AddDays(8)).About(series).Form.StartsAt);
    }

    private static Series ASeries(params SeriesVersion[] versions) => new() { Id = "one", Versions = [.. versions] };
}
