using System.Collections.Immutable;
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

    private static Figures Plus(this Figures figures, Figures other, int times)
    {
        return new(
            Sum(figures.Groups, other.Groups, times),
            Sum(figures.Meetings, other.Meetings, times),
            Sum(figures.People, other.People, times))
        {
            Offers = Sum(figures.Offers, other.Offers, times),
            Requests = Sum(figures.Requests, other.Requests, times),
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
}
