using System.Diagnostics.CodeAnalysis;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Remembers values that are shared, and forgets one that nobody asked for between two calls of
/// <see cref="Age"/>.</summary>
internal sealed class GenerationalCache<TKey, TValue>(IEqualityComparer<TKey>? comparer = null) where TKey : notnull
{
    private Dictionary<TKey, TValue> young = new(comparer);
    private Dictionary<TKey, TValue> old = new(comparer);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (young.TryGetValue(key, out value)) return true;
        if (!old.TryGetValue(key, out value)) return false;
        young[key] = value;
        return true;
    }

    public void Set(TKey key, TValue value) => young[key] = value;

    public void Age()
    {
        old = young;
        young = new(comparer);
    }
}
