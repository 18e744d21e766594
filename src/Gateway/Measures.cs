using System.Diagnostics.Metrics;

namespace PeerNet.Gateway;

/// <summary>The Gateway's metrics.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("PeerNet");

    /// <summary>Counts refused requests, by <c>code</c>.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("peernet.refusals", "{refusal}");

    /// <summary>Counts cards that the finder skipped because they are not valid, by <c>area</c>.</summary>
    public static readonly Counter<long> InvalidCards =
        Meter.CreateCounter<long>("peernet.finder.invalid_cards", "{card}");

    /// <summary>
    /// Counts items of a neighbour's feed that were skipped, by <c>area</c> and <c>reason</c>: unreadable or
    /// unknownKind.
    /// </summary>
    public static readonly Counter<long> CardsSkipped =
        Meter.CreateCounter<long>("peernet.link.cards_skipped", "{card}");

    /// <summary>Counts pages of a neighbour's feed that could not be read and were asked for again in smaller parts, by
    /// <c>area</c>.</summary>
    public static readonly Counter<long> UnreadablePages =
        Meter.CreateCounter<long>("peernet.link.unreadable_pages", "{page}");
}
