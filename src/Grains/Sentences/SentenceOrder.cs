using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Sentences;

/// <summary>In which order sentences are read.</summary>
internal static class SentenceOrder
{
    /// <summary>
    /// Those of the latest year first. Within a year the shorter text is read first, and of two that are as long the
    /// one that was written first: neither voices nor an alphabet put one before another.
    /// </summary>
    public static SentenceList Of(IReadOnlyCollection<SentenceList> gatherings)
    {
        return new(
            [
                .. gatherings.SelectMany(one => one.Items)
                    .OrderByDescending(one => one.Year)
                    .ThenBy(one => one.Says.Text.Length)
                    .ThenBy(one => one.Id.Value),
            ],
            [.. gatherings.SelectMany(one => one.Roots)]);
    }
}
