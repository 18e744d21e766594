using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>What is left of a schedule after a lead has changed or ended one of its series.</summary>
public sealed class ScheduleEditsTests
{
    private static readonly DateOnly Today = new(2027, 3, 2);
    private static readonly TimeOnly Seven = new(19, 0);

    [Fact]
    public void A_change_replaces_what_was_planned_from_its_first_day_on()
    {
        var planned = Following(Version(-7), Version(7), Version(21));
        Assert.Equal([Version(-7), Version(7)], Versions(planned.With("one", Version(7), Today)));
        Assert.Equal([Version(-7), Version(7), Version(14)], Versions(planned.With("one", Version(14), Today)));
    }

    [Fact]
    public void What_is_over_goes_with_the_next_change()
    {
        var past = Following(Version(-21), Version(-7), Version(0));
        Assert.Equal([Version(0), Version(7)], Versions(past.With("one", Version(7), Today)));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=40")]
    [InlineData("FREQ=WEEKLY;UNTIL=20271231;BYDAY=TU")]
    public void A_series_that_ends_has_one_last_day(string rule)
    {
        var ends = Following(new SeriesVersion(Today, Seven, 90, rule)).Until("one", Today.AddDays(14))!;
        Assert.Equal("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270316", Versions(ends).Single().Rule);
    }

    [Fact]
    public void A_series_that_has_ended_is_not_begun_again_by_the_end_of_what_would_follow()
    {
        var ended = new SeriesVersion(Today.AddDays(-70), Seven, 90, "FREQ=WEEKLY;UNTIL=20270223");
        var planned = Following(ended, Version(30));
        Assert.Equal([ended], Versions(planned.Until("one", Today.AddDays(7))!));
    }

    [Fact]
    public void What_would_begin_after_the_last_day_goes_and_what_begins_on_it_stays()
    {
        var planned = Following(Version(-7), Version(7), Version(14));
        Assert.Equal([Version(-7).From, Version(7).From], Starts(planned.Until("one", Today.AddDays(7))));
        Assert.Equal([Version(-7).From], Starts(planned.Until("one", Today.AddDays(6))));
        Assert.Null(planned.Until("one", Today.AddDays(-8)));
    }

    [Fact]
    public void Another_series_stays_as_it_is()
    {
        var two = Following(Version(0)).With(Version(3));
        Assert.Equal(["one", "series-1"], two.Series.Select(series => series.Id));
        Assert.Equal(two.Series[1], two.Until("one", Today.AddDays(-1))!.Series.Single());
        Assert.Equal("series-2", two.With(Version(5)).Series[2].Id);
    }

    private static SeriesVersion Version(int day) => new(Today.AddDays(day), Seven, 90, "FREQ=DAILY");

    private static Schedule Following(params SeriesVersion[] versions) =>
        new() { Series = [new() { Id = "one", Versions = [.. versions] }] };

    private static ImmutableArray<SeriesVersion> Versions(Schedule schedule) =>
        schedule.Series.Single(series => series.Id == "one").Versions;

    private static IEnumerable<DateOnly> Starts(Schedule? schedule) => Versions(schedule!).Select(one => one.From);
}
