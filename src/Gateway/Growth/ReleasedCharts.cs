using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Growth;

/// <summary>Released figures as tables and charts. What is held back is neither drawn nor written as 0.</summary>
internal static class ReleasedCharts
{
    private const int MaxPeriods = 24, MonthsInYear = 12;

    /// <summary>The charts of the last two years of an area.</summary>
    public static IEnumerable<GrowthChart> Of(IReadOnlyList<ReleasedMonth> months)
    {
        yield return Chart("met", "Groups that met", table => table.GroupsThatMet);
        yield return Chart("held", "Meetings held", table => table.MeetingsHeld);
        yield return Chart("came", "People, as far as published", table => table.SumOfPublished);

        GrowthChart Chart(string id, string title, Func<ReleasedTable, int?> number) =>
            Draw(id, title, [.. months.Select(month => (month.StartsOn, number(month.Table)))]);
    }

    /// <summary>The rows of a month of an area.</summary>
    public static IEnumerable<ReleasedRow> Rows(ReleasedTable table) =>
    [
        new("Groups that met", table.GroupsThatMet),
        new("Meetings held", table.MeetingsHeld),
        .. table.People.Select(cell => new ReleasedRow(ReleasedWords.Of(cell.For), cell.People)),
    ];

    /// <summary>The rows of a month of the network.</summary>
    public static IEnumerable<ReleasedRow> Rows(NetworkMonth month, Func<AreaId, string> nameOf)
    {
        return
        [
            Row("Groups that met", month.GroupsThatMet),
            Row("Meetings held", month.MeetingsHeld),
            .. month.People.Select(cell => Row(ReleasedWords.Of(cell.For), cell.People)),
        ];

        // Where every area holds it back, the number says so already.
        ReleasedRow Row(string what, NetworkNumber number)
        {
            var leftOut = number.Sum is null ? [] : number.HeldBackIn.Select(nameOf).ToList();
            return new(what, number.Sum, leftOut.Count == 0 ? null : string.Join(", ", leftOut));
        }
    }

    private static GrowthChart Draw(string id, string title, IReadOnlyList<(DateOnly Start, int? Number)> months)
    {
        var shown = months.TakeLast(MaxPeriods);
        return new(id, title, [.. shown.Select(one => new ChartPeriod(
            GrowthWords.Label(one.Start, GrowthBy.Month, months.Count <= MonthsInYear),
            GrowthWords.Name(one.Start, GrowthBy.Month), one.Number))]);
    }
}
