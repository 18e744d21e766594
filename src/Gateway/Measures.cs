using System.Diagnostics.Metrics;

namespace PeerNet.Gateway;

/// <summary>PeerNet's own counters of the Gateway.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("PeerNet");

    /// <summary>Requests refused, by <c>code</c>.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("peernet.refusals", "{refusal}");

    /// <summary>Cards of an area's feed that cannot be, by <c>area</c>.</summary>
    public static readonly Counter<long> CardsLeftOut = Meter.CreateCounter<long>("peernet.finder.left_out", "{card}");

    /// <summary>
    /// Items of a neighbour's feed that are skipped, by <c>area</c> and <c>reason</c>: unreadable or unknownKind.
    /// </summary>
    public static readonly Counter<long> CardsSkipped =
        Meter.CreateCounter<long>("peernet.link.cards_skipped", "{card}");
}
