using System.Collections.Immutable;
using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Months are released once, in order, and stay as they are.</summary>
public sealed class ReleasesTests
{
    private static readonly DateOnly October = new(2026, 10, 1), November = new(2026, 11, 1);
    private static readonly DisclosureRule Rule = new(new DisclosureTerms());
    private static readonly Dictionary<DateOnly, MonthTotals> Nothing = [];
    private static readonly MonthTotals Before = new(12, 40, 200, 30, 90);

    [Theory]
    [InlineData("2026-11-07", false)]
    [InlineData("2026-11-08", true)]
    public void A_month_is_due_seven_whole_days_after_its_end(string day, bool isDue) =>
        Assert.Equal(isDue ? October : null, Begun.Due(London.StartOf(DateOnly.Parse(day))));

    [Fact]
    public void A_month_ends_at_midnight_in_London()
    {
        var releases = new Releases().Begin(new(2026, 6, 30));
        Assert.Null(releases.Due(new(2026, 7, 7, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new(2026, 6, 1), releases.Due(new(2026, 7, 7, 23, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Nothing_is_due_before_an_area_has_begun() => Assert.Null(new Releases().Due(On(2027, 1, 8)));

    [Fact]
    public void The_next_month_is_shown_as_it_would_be_released_with_the_reasons_for_what_is_held_back()
    {
        Assert.Equal(October, Begun.Upcoming(On(2026, 10, 5)));
        Assert.Equal(November, Release(Begun, October, On(2026, 11, 8)).Upcoming(On(2026, 11, 27)));
        Assert.Equal(November, new Releases().Upcoming(On(2026, 11, 27)));
        var counted = new FigureMonth(5, 9, [new(ReleasedAudience.Women, 3, [3])]);
        var preview = Releases.Preview(October, counted, Rule);
        Assert.Equal((October, new DateOnly(2026, 11, 8)), (preview.StartsOn, preview.DueOn));
        Assert.Equal(5, preview.Table!.GroupsThatMet);
        Assert.Equal(Enum.GetValues<ReleasedAudience>(), preview.HeldBack.Select(cell => cell.For));
        Assert.All(preview.HeldBack, cell => Assert.Equal(HeldBackBecause.TooFewPeople, cell.Because));
        Assert.Null(Releases.Preview(October, null, Rule).Table);
        Assert.Empty(Releases.Preview(October, null, Rule).HeldBack);
    }

    [Fact]
    public void An_area_begins_with_the_earliest_month_named_until_something_is_released()
    {
        Assert.Same(Begun, Begun.Begin(November));
        Assert.Same(Begun, Begun.Begin(October.AddDays(30)));
        Assert.Equal(new(2026, 2, 1), Begun.Begin(new(2026, 2, 28)).Since);
        var released = Release(Begun, October, On(2026, 11, 8));
        Assert.Same(released, released.Begin(new(2026, 2, 1)));
    }

    [Fact]
    public void A_released_month_never_changes()
    {
        var now = On(2026, 11, 8);
        var released = Release(Begun, October, now);
        Assert.Same(released, Release(released, October, now.AddHours(1), people: 300));
        Assert.Equal(new(2026, 11, 8), released.Months[0].Released.ReleasedOn);
    }

    [Fact]
    public void Months_are_released_in_order_and_not_too_early()
    {
        Assert.Same(Begun, Release(Begun, November, On(2027, 3, 8)));
        Assert.Same(Begun, Release(Begun, October, On(2026, 11, 7)));
        var released = Release(Release(Begun, October, On(2027, 3, 8)), November, On(2027, 3, 8));
        Assert.Equal([October, November], released.Months.Select(one => one.Released.StartsOn));
        Assert.Equal(new(2026, 12, 1), released.Due(On(2027, 3, 8)));
    }

    [Fact]
    public void A_correction_becomes_a_note_with_the_day_of_the_next_release_and_changes_no_number()
    {
        var released = Release(Begun, October, On(2026, 11, 8));
        var corrected = new Dictionary<DateOnly, MonthTotals> { [October] = Before with { Named = 207 } };
        var next = Release(released, November, On(2026, 12, 8), known: corrected);
        Assert.Equal([new(2026, 12, 8)], next.Months[0].Released.CorrectionsNotedOn);
        Assert.Equal(released.Months[0].Released.Table, next.Months[0].Released.Table);
        Assert.Empty(next.Months[1].Released.CorrectionsNotedOn);
        // The same correction is noted once.
        corrected[November] = Before;
        var after = Release(next, new(2026, 12, 1), On(2027, 1, 8), known: corrected);
        Assert.Equal([new(2026, 12, 8)], after.Months[0].Released.CorrectionsNotedOn);
        Assert.Empty(after.Months[1].Released.CorrectionsNotedOn);
    }

    [Fact]
    public void A_month_in_which_too_few_groups_met_gets_no_note()
    {
        var released = Release(Begun, October, On(2026, 11, 8), met: 3);
        var corrected = new Dictionary<DateOnly, MonthTotals> { [October] = Before with { Active = 9 } };
        Assert.Null(released.Months[0].Released.Table.GroupsThatMet);
        Assert.Same(
            released.Months[0], Release(released, November, On(2026, 12, 8), known: corrected).Months[0]);
    }

    [Fact]
    public void Months_released_on_one_day_get_no_notes_from_each_other()
    {
        var released = Release(Begun, October, On(2027, 3, 8));
        Assert.Same(released.Months[0], Release(released, November, On(2027, 3, 8), known: Nothing).Months[0]);
    }

    [Fact]
    public void A_month_gets_at_most_twenty_four_notes()
    {
        var releases = Release(Begun, October, On(2026, 11, 8));
        for (var month = 1; month <= 30; month++)
        {
            var day = October.AddMonths(month);
            var known = new Dictionary<DateOnly, MonthTotals> { [October] = Before with { Named = month } };
            releases = Release(releases, day, London.StartOf(day.AddMonths(1).AddDays(7)), known: known);
        }
        Assert.Equal(31, releases.Months.Length);
        Assert.Equal(24, releases.Months[0].Released.CorrectionsNotedOn.Length);
    }

    [Fact]
    public void However_often_and_whenever_months_are_tried_each_is_released_once_and_stays()
    {
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 900], Gen.Int).Array[1, 60].Sample(tries =>
        {
            var releases = Begun;
            foreach (var (month, days, seed) in tries)
            {
                var before = releases;
                var random = new Random(seed);
                var known = before.Months.ToDictionary(
                    one => one.Released.StartsOn, one => one.Counted with { Held = random.Next(3) });
                releases = Release(
                    before, October.AddMonths(month), On(2026, 10, 1).AddDays(days), random.Next(400), known: known);
                for (var place = 0; place < before.Months.Length; place++)
                {
                    var was = before.Months[place].Released;
                    var now = releases.Months[place].Released;
                    Assert.Equal((was.StartsOn, was.ReleasedOn, was.Table), (now.StartsOn, now.ReleasedOn, now.Table));
                    Assert.Equal(was.CorrectionsNotedOn, now.CorrectionsNotedOn.Take(was.CorrectionsNotedOn.Length));
                }
                Assert.InRange(releases.Months.Length - before.Months.Length, 0, 1);
            }
            var months = releases.Months.Select(one => one.Released.StartsOn).ToList();
            Assert.Equal(Enumerable.Range(0, months.Count).Select(October.AddMonths), months);
        });
    }

    private static Releases Begun { get; } = new Releases().Begin(October);

    private static DateTimeOffset On(int year, int month, int day) => London.StartOf(new(year, month, day)).AddHours(9);

    private static Releases Release(
        Releases releases, DateOnly month, DateTimeOffset now, int people = 90, int met = 12,
        IReadOnlyDictionary<DateOnly, MonthTotals>? known = null)
    {
        ImmutableArray<int> groups = [people / 5, people / 5, people / 5, people / 5, people / 5];
        var counted = new FigureMonth(met, 40, [new(ReleasedAudience.Everybody, people, groups)]);
        return releases.Release(new(month, counted, Before with { Active = met }), Rule, known ?? Nothing, now);
    }
}
