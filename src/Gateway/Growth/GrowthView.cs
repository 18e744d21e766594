using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Growth;

/// <summary>Figures as a page shows them: sentences first, then charts.</summary>
public sealed record GrowthView
{
    private const int MonthsInYear = 12;

    /// <summary>Months or weeks.</summary>
    public required GrowthBy By { get; init; }

    /// <summary>The ID of the event that tells of these figures.</summary>
    public required string EventId { get; init; }

    /// <summary>The day up to which figures are counted.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>How much has changed and is not counted yet.</summary>
    public required int NotCounted { get; init; }

    /// <summary>The last period that is over, in sentences.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Details of that period.</summary>
    public required IReadOnlyList<Sentence> More { get; init; }

    /// <summary>What crossed in it between here and other areas.</summary>
    public required IReadOnlyList<NeighbourFigures> Across { get; init; }

    /// <summary>The charts.</summary>
    public required IReadOnlyList<GrowthChart> Charts { get; init; }

    internal static GrowthView Of(GrowthDetails growth, GrowthQuery query, DateOnly today)
    {
        var over = growth.Items.LastOrDefault(item => Periods.Next(item.StartsOn, growth.By) <= today);
        var last = over ?? growth.Items[0];
        var period = GrowthWords.Name(last.StartsOn, growth.By);
        var before = GrowthWords.Name(Periods.YearBefore(last.StartsOn, growth.By), growth.By);
        List<Sentence> sentences = [GrowthWords.Came(last.Figures, period, over is not null)];
        if (over is not null) sentences.Add(GrowthWords.Compared(last.Figures, last.YearBefore, before));
        var current = growth.Items.FirstOrDefault(item => item.StartsOn > last.StartsOn && item.StartsOn <= today);
        if (current is not null)
        {
            var name = GrowthWords.Name(current.StartsOn, growth.By);
            sentences.Add(GrowthWords.Came(current.Figures, name, isOver: false));
        }
        return new()
        {
            By = growth.By,
            EventId = GrowthStream.IdOf(growth),
            CountedOn = growth.CountedOn,
            NotCounted = growth.NotCounted,
            Sentences = sentences,
            More = [.. GrowthWords.More(last.Figures, query.Group is not null)],
            Across = last.Figures.Neighbours,
            Charts = [.. Draw(growth, query, today)],
        };
    }

    private static IEnumerable<GrowthChart> Draw(GrowthDetails growth, GrowthQuery query, DateOnly today)
    {
        yield return Chart("came", "People at meetings", GrowthWords.Heads);
        yield return Chart("held", "Meetings held", figures => figures.Meetings.Held);
        yield return Chart("new", "People who came for the first time", figures => figures.People.Newcomers);
        if (query.Group is null) yield return Chart("met", "Groups that met", figures => figures.Groups.Active);
        yield return Chart("agreed", "Offers and requests of support agreed", GrowthWords.Agreed);

        GrowthChart Chart(string id, string title, Func<Figures, int> number) =>
            new(id, title, [.. growth.Items.Select(item => Period(item, number))]);

        ChartPeriod Period(GrowthPeriod item, Func<Figures, int> number)
        {
            return new(
                GrowthWords.Label(item.StartsOn, growth.By, growth.Items.Length <= MonthsInYear),
                GrowthWords.Name(item.StartsOn, growth.By),
                item.StartsOn > today ? null : Known(item.Figures, number),
                Known(item.YearBefore, number));
        }

        static int? Known(Figures figures, Func<Figures, int> number) =>
            GrowthWords.HasFigures(figures) ? number(figures) : null;
    }
}

/// <summary>A chart of one figure.</summary>
/// <param name="Id">Its ID on the page.</param>
/// <param name="Title">What is counted, in English.</param>
/// <param name="Periods">The periods, oldest first.</param>
public sealed record GrowthChart(string Id, string Title, IReadOnlyList<ChartPeriod> Periods)
{
    /// <summary>What the chart shows, in a sentence.</summary>
    public Sentence Summary
    {
        get
        {
            var known = Periods.Where(one => one.Value is not null).ToList();
            if (known.Count == 0) return new("Nothing is known yet.");
            var first = known[0];
            var last = known[^1];
            var highest = known.MaxBy(one => one.Value)!;
            return new(
                "{0} in {1} and {2} in {3}; the most is {4}, in {5}.", first.Value!, first.Name, last.Value!, last.Name,
                highest.Value!, highest.Name);
        }
    }
}
