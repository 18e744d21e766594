using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Growth;
using static PeerNet.Grains.Tests.Growth.Year;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Whatever became of its evenings, a group's figures are what a reader of its story would count.</summary>
public sealed class GrowthProperties
{
    private const int Weeks = 44;

    private static readonly Gen<Told> SomeEvening = Gen.Select(
        Gen.Int[0, Weeks - 1], Gen.Enum<MeetingState>(), Gen.Int[1, 6].HashSet[1, 5], Gen.Int[0, 2], Gen.Int[0, 2],
        Gen.Int[0, 6], (week, state, present, newcomers, visitors, earlier) =>
            new Told(week, state, [.. present.Order()], newcomers, visitors, week == 0 ? 0 : earlier));

    private static readonly Gen<Told[]> SomeYear =
        SomeEvening.Array[0, 30].Select(told => told.DistinctBy(one => one.Week).ToArray());

    [Fact]
    public void Figures_are_what_a_reader_of_the_story_would_count()
    {
        SomeYear.Sample(
            told =>
            {
                var year = told.Aggregate(Year.Of(), Tell);
                foreach (var by in Enum.GetValues<GrowthBy>())
                {
                    foreach (var (start, figures) in year.Figures(by))
                        Assert.Equal(Reader.Count(told, start, Periods.Next(start, by).AddDays(-1)), figures);
                }
            },
            iter: 60);
    }

    [Fact]
    public void The_order_in_which_evenings_were_logged_does_not_matter()
    {
        Gen.Select(SomeYear, Gen.Int[0, 1000]).Sample(
            (told, seed) =>
            {
                var shuffled = told.OrderBy(one => (one.Week * 7919 + seed) % 101).ToArray();
                Assert.Equal(
                    told.Aggregate(Year.Of(), Tell).Figures(), shuffled.Aggregate(Year.Of(), Tell).Figures());
            },
            iter: 60);
    }

    [Fact]
    public void Adding_figures_and_taking_them_away_changes_nothing()
    {
        Gen.Select(SomeYear, SomeYear).Sample(
            (one, other) =>
            {
                var figures = one.Aggregate(Year.Of(), Tell).In(6);
                var others = other.Aggregate(Year.Of(), Tell).In(6);
                Assert.Equal(figures, figures.Plus(others).Minus(others));
                Assert.Equal(figures.Plus(others), others.Plus(figures));
                Assert.Equal(figures.People.Named + others.People.Named, figures.Plus(others).People.Named);
            },
            iter: 20);
    }

    private static Year Tell(Year year, Told told)
    {
        if (told.State == MeetingState.Planned) return year;
        if (told.State == MeetingState.Cancelled) return year.Cancel(told.Week);
        if (told.State == MeetingState.DidNotHappen)
            return year.Log(told.Week, [], off: new(NotHeldReason.Holiday));
        var logged = year.Log(told.Week, [1], new(told.Newcomers, told.Visitors + 1));
        return logged.Correct(told.Week, 1, new()
        {
            Why = "Another day, with others",
            HeldOn = told.On,
            Unnamed = new(told.Newcomers, told.Visitors),
            Marks = [.. Enumerable.Range(1, 6).Select(n => new RosterMark(
                Scenario.Person(n), told.Present.Contains(n) ? Mark.Present : Mark.Absent))],
        });
    }
}
