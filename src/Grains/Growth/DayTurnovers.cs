using System.Collections.Immutable;

namespace PeerNet.Grains.Growth;

/// <summary>What came and went on one day, for the area's figures.</summary>
internal interface IDayTurnover
{
    /// <summary>The day.</summary>
    DateOnly Day { get; }
}

/// <summary>Lists of days with what came and went, oldest first. A day on which nothing is left has no entry.</summary>
internal static class DayTurnovers
{
    /// <summary>How many entries a list has at most; the oldest go first.</summary>
    public const int Max = 500;

    /// <summary>The list after a change of one entry.</summary>
    /// <param name="all">The list.</param>
    /// <param name="isIt">Whether an entry is the one.</param>
    /// <param name="none">The entry as it is when there is nothing in it.</param>
    /// <param name="change">The change.</param>
    public static ImmutableArray<T> After<T>(
        this ImmutableArray<T> all, Func<T, bool> isIt, T none, Func<T, T> change) where T : class, IDayTurnover
    {
        var next = change(all.FirstOrDefault(isIt) ?? none);
        var others = all.Where(one => !isIt(one));
        var changed = next.Equals(none) ? others : others.Append(next).OrderBy(one => one.Day);
        return [.. changed.TakeLast(Max)];
    }
}
