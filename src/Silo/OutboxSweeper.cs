using System.Diagnostics.Metrics;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Link;

namespace PeerNet.Silo;

/// <summary>
/// Asks grains to deliver messages that are still waiting after a crash or a failed delivery. Every silo does this,
/// which
/// is safe: a message delivered twice takes effect once. The Gateway delivers letters to other areas; here they count
/// only towards the age of the oldest message.
/// </summary>
internal sealed partial class OutboxSweeper : BackgroundService
{
    private const int MaxAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly Meter Meter = new("PeerNet");

    private readonly IAreaRows rows;
    private readonly ILinkRows letters;
    private readonly IGrainFactory grains;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSweeper> log;
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await Sweep();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(fault.GetType().FullName);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep()
    {
        var now = clock.GetUtcNow();
        var since = (await letters.CountMessages()).Min(count => count.Oldest);
        Volatile.Write(ref oldest, since is null ? 0 : (now - since.Value).TotalSeconds);
        foreach (var outbox in await rows.WaitingOutboxes(now, MaxAtOnce))
            await grains.Sender(GrainKey.Parse(outbox.GrainKey)).Deliver();
    }

    [LoggerMessage(1101, LogLevel.Warning, "Could not sweep outboxes: {Type}")]
    private partial void Failed(string? type);
}
