using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>A quiz without a right answer: "Yes, no, maybe, it depends: and on what?"</summary>
internal static class Corners
{
    /// <summary>The corner of "it depends".</summary>
    public const int ItDepends = 3;

    /// <summary>Says that all boxes together have more people than took part, or null.</summary>
    public static Excess? Excess(EnterTally counted) =>
        counted.Counts.Sum() > counted.TookPart ? new("all boxes together", counted.TookPart) : null;

    /// <summary>Three quarters in one corner are "mostly", more than half "leaning".</summary>
    public static Reading Read(Room room)
    {
        var top = room.Voices.Max();
        var finding = Find(top, room.People);
        return new(
            finding,
            room.Each((voices, option) => option with { Stands = finding != Finding.AllOver && voices == top }));
    }

    /// <summary>What it depends on: what most tables said first, and the shorter of two that as many said.</summary>
    public static ImmutableArray<ConditionResult> Conditions(IEnumerable<TableCount> tables)
    {
        return [.. tables.SelectMany(table => table.Conditions)
            .GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(same => new ConditionResult(same.Min(StringComparer.Ordinal)!, same.Count()))
            .OrderByDescending(condition => condition.Tables)
            .ThenBy(condition => condition.Text.Length)
            .ThenBy(condition => condition.Text, StringComparer.Ordinal)];
    }

    private static Finding Find(int top, int people)
    {
        if (4 * top >= 3 * people) return Finding.Mostly;
        return 2 * top > people ? Finding.Leaning : Finding.AllOver;
    }
}
