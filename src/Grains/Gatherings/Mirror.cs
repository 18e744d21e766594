using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// A mirror question: two sides say how far the same thing is true, and see how far apart they are. Whoever wears both
/// hats counts for neither.
/// </summary>
internal static class Mirror
{
    private const int MinPeople = 8, MinTables = 4;

    private static readonly ImmutableArray<Hat> Sides = [Hat.LivedExperience, Hat.Role];

    /// <summary>
    /// The sides from which more people are needed: each has at least 8 at 4 tables. Without any one table at least 8
    /// people of both sides are left, so that nobody can work out what one table said.
    /// </summary>
    public static ImmutableArray<Hat> NeedsMore(IReadOnlyCollection<TableCount> tables)
    {
        var few = Sides.RemoveAll(hat => IsEnough(tables, hat));
        return few.IsEmpty && !LeavesEnough(tables) ? Sides : few;
    }

    /// <summary>What both sides see in those tables, or who is needed before it can be shown.</summary>
    /// <param name="asks">The question.</param>
    /// <param name="shown">The tables that can be shown.</param>
    /// <param name="counted">All tables that were counted.</param>
    public static MirrorResult Read(
        AskQuestion asks, IReadOnlyCollection<TableCount> shown, IReadOnlyCollection<TableCount> counted)
    {
        var steps = MirrorTexts.StepsOf(asks);
        if (shown.Count == 0) return new() { Steps = steps, NeedsMore = NeedsMore(counted) };
        var lived = SideOf(Hat.LivedExperience, shown, steps.Length);
        var role = SideOf(Hat.Role, shown, steps.Length);
        return new()
        {
            Steps = steps,
            Sides = [lived, role],
            Apart = Math.Abs(lived.Step - role.Step),
            Higher = HigherOf(lived, role),
            BothHats = shown.Sum(table => PeopleAt(table, Hat.Both)),
        };
    }

    /// <summary>How many of a table wear one of the two hats.</summary>
    public static int OfSides(TableCount table) => Sides.Sum(hat => PeopleAt(table, hat));

    private static bool IsEnough(IReadOnlyCollection<TableCount> tables, Hat hat)
    {
        var people = tables.Select(table => PeopleAt(table, hat)).Where(count => count > 0).ToList();
        return people.Sum() >= MinPeople && people.Count >= MinTables;
    }

    private static bool LeavesEnough(IReadOnlyCollection<TableCount> tables) =>
        tables.Sum(OfSides) - tables.Max(OfSides) >= MinPeople;

    private static Hat? HigherOf(SideResult lived, SideResult role)
    {
        if (lived.Step == role.Step) return null;
        return lived.Step > role.Step ? Hat.LivedExperience : Hat.Role;
    }

    private static SideResult SideOf(Hat hat, IReadOnlyCollection<TableCount> tables, int steps)
    {
        var counts = Enumerable.Range(0, steps).Select(step => tables.Sum(table => Of(table, hat)[step]));
        return SideOf(hat, [.. counts]);
    }

    private static SideResult SideOf(Hat hat, ImmutableArray<int> counts)
    {
        var inLine = counts.Index().SelectMany(step => Enumerable.Repeat(step.Index + 1, step.Item)).ToList();
        return new(hat, inLine[(inLine.Count - 1) / 2], counts);
    }

    private static int PeopleAt(TableCount table, Hat hat) => Of(table, hat).Sum();

    private static ImmutableArray<int> Of(TableCount table, Hat hat)
    {
        var steps = table.Counts.Length / Enum.GetValues<Hat>().Length;
        return [.. table.Counts.Skip((int)hat * steps).Take(steps)];
    }
}
