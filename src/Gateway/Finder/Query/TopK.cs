using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>The first few documents after a cursor, whatever the order they are offered in: a heap with the last of
/// them on top, so that nothing is sorted that is not shown.</summary>
internal sealed class TopK(CardIndex index, SortKey? after, int count)
{
    private static readonly IComparer<SortKey> LastFirst =
        Comparer<SortKey>.Create((one, other) => other.CompareTo(one));

    private readonly PriorityQueue<int, SortKey> heap = new(LastFirst);
    private readonly ulong afterTie = after is { } key ? CardIndex.TieBreaker(key.Id) : 0;
    private long lastValue = long.MaxValue;
    private ulong lastTie = ulong.MaxValue;

    public bool IsFull => heap.Count == count;

    /// <summary>The greatest value held; anything greater is no longer accepted.</summary>
    public long MaxValue => IsFull ? lastValue : long.MaxValue;

    public void Offer(int id, long value)
    {
        // Most are rejected by comparing two numbers, without reading the document.
        if (value > MaxValue) return;
        var tie = index.TieBreaker(id);
        if (IsFull && value == lastValue && tie > lastTie) return;
        if (after is { } cursor && (value < cursor.Value || (value == cursor.Value && tie < afterTie))) return;

        var document = index[id];
        var key = new SortKey(value, document.Id.Value, document.Area.Value);
        if (after is { } last && key.CompareTo(last) <= 0) return;
        if (IsFull) heap.EnqueueDequeue(id, key);
        else heap.Enqueue(id, key);
        heap.TryPeek(out _, out var worst);
        lastValue = worst.Value;
        lastTie = CardIndex.TieBreaker(worst.Id);
    }

    public List<(SortKey Key, int Id)> InOrder() =>
        [.. heap.UnorderedItems.Select(item => (item.Priority, item.Element)).OrderBy(item => item.Priority)];
}
