using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Made-up areas with a year of people who come to their groups.</summary>
internal static class ReleasedNetwork
{
    private static readonly int Audiences = Enum.GetValues<ReleasedAudience>().Length;

    /// <summary>Twelve months of one area. Groups begin, grow, shrink and miss a month.</summary>
    public static ImmutableArray<FigureMonth> Year(Random random)
    {
        var sizes = Enumerable.Range(0, Audiences)
            .Select(_ => Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(1, 16)).ToArray())
            .ToArray();
        return [.. Enumerable.Range(0, 12).Select(_ => Month(sizes, random))];
    }

    /// <summary>The same month, without one person.</summary>
    public static FigureMonth WithoutOne(FigureMonth month, int audience)
    {
        var cell = month.Cells[audience];
        if (cell.Groups.IsEmpty) return month;
        var without = cell with { People = cell.People - 1, Groups = cell.Groups.SetItem(0, cell.Groups[0] - 1) };
        return month with { Cells = month.Cells.SetItem(audience, without) };
    }

    private static FigureMonth Month(int[][] sizes, Random random)
    {
        var cells = sizes.Select((groups, audience) => Cell((ReleasedAudience)audience, groups, random))
            .ToImmutableArray();
        var met = cells.Sum(cell => cell.Groups.Length);
        return new(met, met * 4, cells);
    }

    private static FigureCell Cell(ReleasedAudience audience, int[] groups, Random random)
    {
        for (var group = 0; group < groups.Length; group++)
            groups[group] = Math.Clamp(groups[group] + random.Next(-2, 3), 0, 60);
        if (groups.Length > 0 && random.Next(20) == 0) groups[0] = random.Next(60);
        ImmutableArray<int> came = [.. groups.Where(people => people > 0)];
        // Some people come to two groups.
        var people = came.IsEmpty ? 0 : Math.Max(came.Max(), came.Sum() - random.Next(3));
        return new(audience, people, came);
    }
}
