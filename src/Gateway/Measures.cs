using System.Diagnostics.Metrics;

namespace PeerNet.Gateway;

/// <summary>PeerNet's own counters of the Gateway.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("PeerNet");

    /// <summary>Requests refused, by <c>code</c>.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("peernet.refusals", "{refusal}");
}
