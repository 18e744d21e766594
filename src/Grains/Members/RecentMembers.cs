using System.Collections.Concurrent;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>
/// Members' records as this silo has just read them, so that a page with names does not cost a read of each. What
/// changes through this silo is seen at once, and what changes through another after <see cref="Lifetime"/>.
/// </summary>
internal sealed class RecentMembers(IAreaRows rows, UnreadableRows unreadable, TimeProvider clock)
{
    /// <summary>The maximum number of records. When there are more, all are read again.</summary>
    public const int MaxMembers = 20_000;

    /// <summary>
    /// How long a record is used: a consent withdrawn through another silo takes effect this much later.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<MemberId, (Member? Record, DateTimeOffset Until)> recent = new();
    private long changes;

    /// <summary>How many records this silo has written; while it stays the same, so do the names.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>The records of those people who have one; damaged ones are left out.</summary>
    /// <param name="ids">The people.</param>
    /// <param name="longer">How much longer than usual a record is used, where no consent decides.</param>
    public async Task<IReadOnlyDictionary<MemberId, Member>> Find(
        IReadOnlyCollection<MemberId> ids, TimeSpan longer = default)
    {
        var now = clock.GetUtcNow();
        var found = new Dictionary<MemberId, Member>();
        var missing = new List<MemberId>();
        foreach (var id in ids)
        {
            if (!recent.TryGetValue(id, out var known) || now >= known.Until + longer) missing.Add(id);
            else if (known.Record is { } record) found[id] = record;
        }
        if (missing.Count == 0) return found;
        var before = Changes;
        foreach (var row in await rows.Members([.. missing.Select(id => id.Value)]))
        {
            var record = unreadable.Record<Member>("member", row, member => member.Standing);
            if (record is not null) found[record.Id] = record;
        }
        if (recent.Count > MaxMembers) recent.Clear();
        foreach (var id in missing)
        {
            recent[id] = (found.GetValueOrDefault(id), now + Lifetime);
            // It may have been read before a change and arrive after it.
            if (Changes != before) recent.TryRemove(id, out _);
        }
        return found;
    }

    /// <summary>A record has been written, so what was read of it is over.</summary>
    public void Forget(MemberId id)
    {
        Interlocked.Increment(ref changes);
        recent.TryRemove(id, out _);
    }
}
