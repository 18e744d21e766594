using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Areas;

/// <summary>What the overview needs of each group, as it is kept in step with the rows.</summary>
internal interface IOverviewRows
{
    /// <summary>The groups whose facts have changed since that change, in the order of the changes.</summary>
    Task<IReadOnlyList<OverviewChange>> After(long change);
}

/// <summary>The facts of a group as of a change; null if there is no such group.</summary>
internal readonly record struct OverviewChange(Guid Group, long Change, GroupFacts? Facts);

/// <summary>
/// The facts of every group in this silo's memory. Each look reads what has changed since the last one, so that it sees
/// whatever was committed before it, and a row is read only once.
/// </summary>
internal sealed class OverviewMemo(IOverviewRows rows)
{
    private readonly Lock adding = new();
    private Seen seen = new(0, ImmutableDictionary<Guid, OverviewChange>.Empty, []);
    private PreparedOverview? prepared;

    /// <summary>The facts of every group, by name.</summary>
    public async Task<ImmutableArray<GroupFacts>> Read()
    {
        var changes = await rows.After(Volatile.Read(ref seen).Change);
        if (changes.Count == 0) return Volatile.Read(ref seen).ByName;
        lock (adding)
        {
            // Another look may have read the same changes, or later ones.
            Volatile.Write(ref seen, seen.With(changes));
            return seen.ByName;
        }
    }

    /// <summary>The last overview if it is of these groups and no name in it can have changed, or null.</summary>
    public OverviewEdition? Find(
        (DateOnly On, int Behind) counted, ImmutableArray<GroupFacts> groups, long nameChanges, DateTimeOffset now)
    {
        var last = Volatile.Read(ref prepared);
        return last?.Holds(counted, groups, now) == true && last.NamesHoldAt(nameChanges, now) ? last.Edition : null;
    }

    /// <summary>The overview of these groups: the last one, or a new edition if something in it has changed.</summary>
    public OverviewEdition Prepare(
        (DateOnly On, int Behind) counted, ImmutableArray<GroupFacts> groups, ImmutableArray<string?> leadNames,
        long nameChanges, DateTimeOffset now)
    {
        var last = Volatile.Read(ref prepared);
        var next = last?.Holds(counted, groups, now) == true && last.Names(leadNames)
            ? last
            : PreparedOverview.Of(counted, groups, leadNames, now);
        Volatile.Write(ref prepared, next.WithNamesOf(nameChanges, now));
        return next.Edition;
    }

    private sealed record Seen(
        long Change, ImmutableDictionary<Guid, OverviewChange> Groups, ImmutableArray<GroupFacts> ByName)
    {
        public Seen With(IReadOnlyList<OverviewChange> changes)
        {
            var newer = changes.Where(one => one.Change > Groups.GetValueOrDefault(one.Group).Change);
            var groups = Groups.SetItems(newer.Select(one => KeyValuePair.Create(one.Group, one)));
            var byName = groups.Values.Select(one => one.Facts).OfType<GroupFacts>()
                .OrderBy(facts => facts.Name, StringComparer.Ordinal)
                .ThenBy(facts => facts.Id.Value);
            return new(Math.Max(Change, changes[^1].Change), groups, [.. byName]);
        }
    }
}
