using System.Collections.Concurrent;

namespace PeerNet;

/// <summary>
/// What fails of all that is worked on repeatedly. It is left alone for longer and longer, so that it holds up
/// nothing else.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="interval">Half of the first wait.</param>
internal sealed class Failing<TKey>(TimeProvider clock, TimeSpan interval) where TKey : notnull
{
    private const int MaxDoublings = 6;

    private readonly ConcurrentDictionary<TKey, Failure> known = new();

    /// <summary>How many fail: whoever asks for the next things to do asks for as many more.</summary>
    public int Count => known.Count;

    /// <summary>Those that fail.</summary>
    public ICollection<TKey> Keys => known.Keys;

    /// <summary>Whether it is to be left alone for now.</summary>
    public bool Waits(TKey key) => known.GetValueOrDefault(key)?.NotBefore > clock.GetUtcNow();

    /// <summary>Notes that it has failed. Returns whether that is for the first time.</summary>
    public bool Add(TKey key)
    {
        var times = (known.GetValueOrDefault(key)?.Times ?? 0) + 1;
        known[key] = new(times, clock.GetUtcNow() + interval * (1 << Math.Min(times, MaxDoublings)));
        return times == 1;
    }

    /// <summary>Notes that it no longer fails.</summary>
    public void Remove(TKey key) => known.TryRemove(key, out _);

    /// <summary>Forgets those that are no longer among what is to be done.</summary>
    public void Keep(IEnumerable<TKey> toDo)
    {
        foreach (var gone in known.Keys.Except(toDo)) Remove(gone);
    }

    private sealed record Failure(int Times, DateTimeOffset NotBefore);
}
