using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Growth;

/// <summary>Adds figures and takes them away.</summary>
internal static class FigureSums
{
    /// <summary>These figures with others added.</summary>
    public static Figures Plus(this Figures figures, Figures other) => figures.Plus(other, 1);

    /// <summary>These figures without others.</summary>
    public static Figures Minus(this Figures figures, Figures other) => figures.Plus(other, -1);

    /// <summary>What days have, added up by the first day of each period.</summary>
    public static ImmutableSortedDictionary<DateOnly, Figures> ByPeriod(
        IEnumerable<(DateOnly Day, Figures Figures)> days, GrowthBy by)
    {
        return days.GroupBy(one => Periods.StartOf(one.Day, by), one => one.Figures)
            .ToImmutableSortedDictionary(all => all.Key, all => all.Aggregate(Plus));
    }

    /// <summary>The figures with a line for each of these areas, where nothing crossed with zeros.</summary>
    public static Figures With(this Figures figures, IEnumerable<AreaId> neighbours)
    {
        var known = figures.Neighbours.ToDictionary(one => one.Area);
        return figures with
        {
            Neighbours = [.. neighbours.Select(area => known.GetValueOrDefault(area, new(area)))],
        };
    }

    private static Figures Plus(this Figures figures, Figures other, int times)
    {
        return new(
            Sum(figures.Groups, other.Groups, times),
            Sum(figures.Meetings, other.Meetings, times),
            Sum(figures.People, other.People, times))
        {
            Offers = Sum(figures.Offers, other.Offers, times),
            Requests = Sum(figures.Requests, other.Requests, times),
            Neighbours = Sum(figures.Neighbours, other.Neighbours, times),
        };
    }

    private static GroupFigures Sum(GroupFigures a, GroupFigures b, int times)
    {
        return new(
            a.Open + times * b.Open, a.New + times * b.New, a.Active + times * b.Active,
            a.Paused + times * b.Paused, a.Closed + times * b.Closed, a.Quiet + times * b.Quiet);
    }

    private static MeetingFigures Sum(MeetingFigures a, MeetingFigures b, int times)
    {
        return new(
            a.Planned + times * b.Planned, a.Held + times * b.Held, a.DidNotHappen + times * b.DidNotHappen,
            a.Cancelled + times * b.Cancelled, a.NotLogged + times * b.NotLogged);
    }

    private static PeopleFigures Sum(PeopleFigures a, PeopleFigures b, int times)
    {
        return new(
            a.Named + times * b.Named, a.Unnamed + times * b.Unnamed, a.Different + times * b.Different,
            a.Newcomers + times * b.Newcomers, a.CameBack + times * b.CameBack, a.Regulars + times * b.Regulars,
            a.Joined + times * b.Joined, a.Left + times * b.Left);
    }

    private static SupportFigures Sum(SupportFigures a, SupportFigures b, int times)
    {
        return new(
            a.Opened + times * b.Opened, a.Matched + times * b.Matched, a.Done + times * b.Done,
            a.FirstMatches + times * b.FirstMatches, a.DaysToFirstMatch + times * b.DaysToFirstMatch);
    }

    // Without those with which nothing crossed, so that equal figures have equal lists.
    private static ImmutableArray<NeighbourFigures> Sum(
        ImmutableArray<NeighbourFigures> a, ImmutableArray<NeighbourFigures> b, int times)
    {
        var sums = a.Concat(b.Select(one => Sum(new(one.Area), one, times)))
            .GroupBy(one => one.Area)
            .Select(all => all.Aggregate((one, other) => Sum(one, other, 1)));
        return [.. sums.Where(one => one != new NeighbourFigures(one.Area))
            .OrderBy(one => one.Area.Value, StringComparer.Ordinal)];
    }

    private static NeighbourFigures Sum(NeighbourFigures a, NeighbourFigures b, int times)
    {
        return new(
            a.Area, a.Guests + times * b.Guests, a.GuestsLeft + times * b.GuestsLeft, a.Seats + times * b.Seats,
            a.SeatsLeft + times * b.SeatsLeft, a.Connected + times * b.Connected,
            a.Disconnected + times * b.Disconnected);
    }
}
