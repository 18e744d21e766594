using System.Collections.Concurrent;
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
    private const int MaxAtOnce = 200, MaxParallel = 4, MaxDoublings = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly Meter Meter = new("PeerNet");

    private readonly IAreaRows rows;
    private readonly ILinkRows letters;
    private readonly IGrainFactory grains;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSweeper> log;
    private readonly ConcurrentDictionary<string, FailingOutbox> failing = new();
    private double oldest;

    public OutboxSweeper(
        IAreaRows rows, ILinkRows letters, IGrainFactory grains, TimeProvider clock, ILogger<OutboxSweeper> log)
    {
        this.rows = rows;
        this.letters = letters;
        this.grains = grains;
        this.clock = clock;
        this.log = log;
        Meter.CreateObservableGauge(
            "peernet.outbox.age", () => Volatile.Read(ref oldest), "s", "Age of the oldest undelivered message");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Sweep, Failed, stoppingToken);

    private async Task Sweep(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var since = (await letters.CountMessages()).Min(count => count.Oldest);
        Volatile.Write(ref oldest, since is null ? 0 : (now - since.Value).TotalSeconds);
        // Those that fail are the oldest, so they would take the places of all others.
        var waiting = await rows.WaitingOutboxes(now, MaxAtOnce + failing.Count);
        foreach (var gone in failing.Keys.Except(waiting.Select(outbox => outbox.GrainKey)))
            failing.TryRemove(gone, out _);
        var due = waiting.Where(outbox => !(failing.GetValueOrDefault(outbox.GrainKey)?.NotBefore > now));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = stopping };
        await Parallel.ForEachAsync(due, parallel, (outbox, _) => Deliver(outbox.GrainKey));
    }

    private async ValueTask Deliver(string key)
    {
        try
        {
            await grains.Sender(GrainKey.Parse(key)).Deliver();
            failing.TryRemove(key, out _);
        }
        catch (Exception fault)
        {
            var failures = (failing.GetValueOrDefault(key)?.Failures ?? 0) + 1;
            failing[key] = new(failures, clock.GetUtcNow() + Interval * (1 << Math.Min(failures, MaxDoublings)));
            if (failures == 1)
                CannotDeliver(GrainKey.TryParse(key, out var known) ? known.Id : default, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Could not sweep outboxes: {Type}")]
    private partial void Failed(string? type);

    [LoggerMessage(1102, LogLevel.Warning, "Could not deliver the messages of {Id}: {Type}")]
    private partial void CannotDeliver(Guid id, string? type);

    private sealed record FailingOutbox(int Failures, DateTimeOffset NotBefore);
}
