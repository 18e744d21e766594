using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PeerNet.Scenarios;

/// <summary>Listens to one of PeerNet's counters.</summary>
internal sealed class Counted : IDisposable
{
    private readonly ConcurrentQueue<(long Value, KeyValuePair<string, object?>[] Tags)> heard = new();
    private readonly MeterListener listener = new();

    public Counted(string counter)
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == "PeerNet" && instrument.Name == counter)
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => heard.Enqueue((value, tags.ToArray())));
        listener.Start();
    }

    /// <summary>How much was counted with that tag.</summary>
    public long Of(string tag, string value) =>
        heard.Where(one => one.Tags.Any(has => has.Key == tag && Equals(has.Value, value))).Sum(one => one.Value);

    public void Dispose() => listener.Dispose();
}
