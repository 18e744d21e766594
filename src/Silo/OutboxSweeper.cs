using System.Diagnostics.Metrics;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Link;

namespace PeerNet.Silo;

/// <summary>
/// Asks grains to deliver messages that are still waiting after a crash or a failed delivery. Every silo does this,
/// which is safe: a message delivered twice takes effect once. The Gateway delivers letters to other areas; here they
/// count only towards the age of the oldest message.
/// </summary>
internal sealed partial class OutboxSweeper : BackgroundService
{
    private const int MaxAtOnce = 200, MaxParallel = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly IAreaRows rows;
    private readonly ILinkRows letters;
    private readonly IGrainFactory grains;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSweeper> log;
    private readonly Failing<string> failing;
    private IReadOnlyList<MessageCount> counts = [];
    private double oldest;

    public OutboxSweeper(
        IAreaRows rows, ILinkRows letters, IGrainFactory grains, TimeProvider clock, IMeterFactory meters,
        ILogger<OutboxSweeper> log)
    {
        this.rows = rows;
        this.letters = letters;
        this.grains = grains;
        this.clock = clock;
        this.log = log;
        failing = new(clock, Interval);
        // Its gauges end with the host: a meter of the process would keep this silo, and all that it holds, for good.
        var meter = meters.Create("PeerNet");
        meter.CreateObservableGauge(
            "peernet.outbox.age", () => Volatile.Read(ref oldest), "s", "Age of the oldest undelivered message");
        meter.CreateObservableGauge(
            "peernet.outbox.parked", Parked, "{message}", "Messages refused so often that they are no longer sent");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Sweep, Failed, stoppingToken);

    private IEnumerable<Measurement<long>> Parked()
    {
        return Volatile.Read(ref counts)
            .GroupBy(count => count.To)
            .Select(to => new Measurement<long>(
                to.Sum(count => count.Parked), new KeyValuePair<string, object?>("to", to.Key.Value)));
    }

    private async Task Sweep(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var messages = await letters.CountMessages();
        Volatile.Write(ref counts, messages);
        var since = messages.Min(count => count.Oldest);
        Volatile.Write(ref oldest, since is null ? 0 : (now - since.Value).TotalSeconds);
        // Those that fail are the oldest, so they would take the places of all others.
        var waiting = await rows.WaitingOutboxes(now, MaxAtOnce + failing.Count);
        failing.Keep(waiting.Select(outbox => outbox.GrainKey));
        var due = waiting.Where(outbox => !failing.Waits(outbox.GrainKey));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = stopping };
        await Parallel.ForEachAsync(due, parallel, (outbox, _) => Deliver(outbox.GrainKey));
    }

    private async ValueTask Deliver(string key)
    {
        try
        {
            await grains.Sender(GrainKey.Parse(key)).Deliver();
            failing.Remove(key);
        }
        catch (Exception fault)
        {
            if (failing.Add(key))
                CannotDeliver(GrainKey.TryParse(key, out var known) ? known.Id : default, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Could not sweep outboxes: {Type}")]
    private partial void Failed(string? type);

    [LoggerMessage(1102, LogLevel.Warning, "Could not deliver the messages of {Id}: {Type}")]
    private partial void CannotDeliver(Guid id, string? type);
}
