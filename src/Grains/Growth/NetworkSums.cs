using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Growth;

/// <summary>
/// Adds up what areas have published. It sees nothing else, so that no sum can say more than its parts do.
/// </summary>
internal static class NetworkSums
{
    private static readonly ReleasedAudience[] Audiences = Enum.GetValues<ReleasedAudience>();

    /// <summary>Every month that one of the areas has published, oldest first.</summary>
    public static ImmutableArray<NetworkMonth> Of(
        ImmutableArray<AreaId> areas, IReadOnlyCollection<NeighbourReleases> published)
    {
        var releases = from one in published
            where areas.Contains(one.Area)
            from month in one.Months
            select new AreaMonth(one.Area, month);
        return
        [
            .. releases.GroupBy(one => one.Month.StartsOn).OrderBy(month => month.Key)
                .Select(month => Sum(areas, month.Key, [.. month.OrderBy(one => areas.IndexOf(one.Area))])),
        ];
    }

    private static NetworkMonth Sum(ImmutableArray<AreaId> areas, DateOnly startsOn, ImmutableArray<AreaMonth> months)
    {
        return new()
        {
            StartsOn = startsOn,
            Published = [.. months.Select(one => new AreaRule(one.Area, one.Month.Table.Rule))],
            NotPublished = areas.RemoveAll(area => months.Any(one => one.Area == area)),
            GroupsThatMet = Sum(months, table => table.GroupsThatMet),
            MeetingsHeld = Sum(months, table => table.MeetingsHeld),
            People = [.. Audiences.Select(audience => new NetworkCell(audience, Sum(months, People(audience))))],
            SumOfPublished = Sum(months, table => table.SumOfPublished).Sum,
        };
    }

    private static Func<ReleasedTable, int?> People(ReleasedAudience audience) =>
        table => table.People.FirstOrDefault(cell => cell.For == audience)?.People;

    private static NetworkNumber Sum(ImmutableArray<AreaMonth> months, Func<ReleasedTable, int?> number)
    {
        var published = months.Select(one => number(one.Month.Table)).OfType<int>().ToList();
        var heldBack = months.Where(one => number(one.Month.Table) is null).Select(one => one.Area);
        return new(published.Count > 0 ? published.Sum() : null, [.. heldBack]);
    }

    private sealed record AreaMonth(AreaId Area, ReleasedMonth Month);
}
