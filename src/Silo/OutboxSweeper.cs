using System.Diagnostics.Metrics;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;

namespace PeerNet.Silo;

/// <summary>Asks grains whose facts still wait to deliver them: those left behind by a crash, or by a receiver that was down. Every silo does so; delivering twice is safe.</summary>
internal sealed partial class OutboxSweeper : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly Meter Meter = new("PeerNet");

    private readonly IAreaRows rows;
    private readonly IGrainFactory grains;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSweeper> log;
    private double oldest;

    public OutboxSweeper(IAreaRows rows, IGrainFactory grains, TimeProvider clock, ILogger<OutboxSweeper> log)
    {
        (this.rows, this.grains, this.clock, this.log) = (rows, grains, clock, log);
        Meter.CreateObservableGauge("peernet.outbox.age", () => Volatile.Read(ref oldest), "s", "How long the oldest fact has been waiting for delivery");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
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
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep()
    {
        var waiting = await rows.WaitingOutboxes(clock.GetUtcNow(), MostAtOnce);
        Volatile.Write(ref oldest, waiting.Count == 0 ? 0 : (clock.GetUtcNow() - waiting[0].Since).TotalSeconds);
        foreach (var outbox in waiting)
        {
            await grains.GetGrain(GrainId.Create(outbox.Kind, outbox.GrainKey)).AsReference<IOutboxGrain>().Deliver();
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Outboxes could not be swept this round: {Type}")]
    private partial void Failed(string? type);
}
