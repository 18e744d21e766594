using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Growth;

/// <summary>
/// The last year of the network and of each area, with the year before beside it. A month is compared with the same
/// month of the year before only if the same areas and the same kinds of groups are in both numbers.
/// </summary>
internal static class NetworkCharts
{
    private const int Months = 12;

    /// <summary>The charts of the sums.</summary>
    public static IEnumerable<GrowthChart> Of(IReadOnlyList<NetworkMonth> months)
    {
        yield return Draw("met", "Groups that met", months.Select(month =>
            new Counted(month.StartsOn, month.GroupsThatMet.Sum, In(month, month.GroupsThatMet))));
        yield return Draw("held", "Meetings held", months.Select(month =>
            new Counted(month.StartsOn, month.MeetingsHeld.Sum, In(month, month.MeetingsHeld))));
        yield return Draw("came", "People, as far as published", months.Select(month => new Counted(
            month.StartsOn, month.SumOfPublished, [.. month.People.SelectMany(cell => In(month, cell.People))])));

        static string[] In(NetworkMonth month, NetworkNumber number)
        {
            var areas = month.Published.Select(one => one.Area).Except(number.HeldBackIn);
            return [.. areas.Select(area => area.Value).Append(";")];
        }
    }

    /// <summary>The charts of one area.</summary>
    public static IEnumerable<GrowthChart> Of(NeighbourReleases area)
    {
        yield return Chart("met", "Groups that met", table => table.GroupsThatMet);
        yield return Chart("held", "Meetings held", table => table.MeetingsHeld);
        yield return Draw($"{area.Area}-came", "People, as far as published", area.Months.Select(month => new Counted(
            month.StartsOn, month.Table.SumOfPublished,
            [.. month.Table.People.Where(cell => !cell.HeldBack).Select(cell => $"{cell.For}")])));

        GrowthChart Chart(string id, string title, Func<ReleasedTable, int?> number)
        {
            return Draw($"{area.Area}-{id}", title, area.Months.Select(month =>
                new Counted(month.StartsOn, number(month.Table), [])));
        }
    }

    private static GrowthChart Draw(string id, string title, IEnumerable<Counted> months)
    {
        var all = months.ToDictionary(month => month.StartsOn);
        return new(id, title, [.. all.Values.OrderBy(month => month.StartsOn).TakeLast(Months).Select(month =>
            new ChartPeriod(
                GrowthWords.Label(month.StartsOn, GrowthBy.Month, isWithinYear: true),
                GrowthWords.Name(month.StartsOn, GrowthBy.Month), month.Number, Before(month)))]);

        int? Before(Counted month)
        {
            var before = all.GetValueOrDefault(Periods.YearBefore(month.StartsOn, GrowthBy.Month));
            return before is not null && before.In.SequenceEqual(month.In) ? before.Number : null;
        }
    }

    /// <summary>A number of a month.</summary>
    /// <param name="StartsOn">The first day of the month.</param>
    /// <param name="Number">The number; null if it is held back.</param>
    /// <param name="In">What is in it.</param>
    private sealed record Counted(DateOnly StartsOn, int? Number, string[] In);
}
