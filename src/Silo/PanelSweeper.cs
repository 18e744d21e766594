using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;

namespace PeerNet.Silo;

/// <summary>
/// Wipes panels six months after their day, so that nothing is kept of people who wished for a job. Every silo does
/// this, which is safe: a panel is wiped once.
/// </summary>
internal sealed partial class PanelSweeper(
    IPanelRows rows, IGrainFactory grains, TimeProvider clock, ILogger<PanelSweeper> log) : BackgroundService
{
    private const int MaxAtOnce = 200;
    private const int MaxDaysShort = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Sweep, Failed, stoppingToken);

    // Months differ by up to three days, and the panel itself knows its day.
    private async Task Sweep(CancellationToken stopping)
    {
        var today = London.DayOf(clock.GetUtcNow());
        var held = today.AddMonths(-PanelFields.MonthsKept).AddDays(MaxDaysShort);
        foreach (var key in await rows.HeldBy(held, MaxAtOnce))
        {
            stopping.ThrowIfCancellationRequested();
            await Expire(key, today);
        }
    }

    // One that fails keeps no other from being wiped.
    private async Task Expire(string text, DateOnly today)
    {
        try
        {
            var key = GrainKey.Parse(text);
            await grains.Panel(key.Area, new(key.Id)).Expire(today);
        }
        catch (Exception fault)
        {
            CannotExpire(GrainKey.TryParse(text, out var known) ? known.Id : default, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1108, LogLevel.Warning, "Could not look for panels that are over: {Type}")]
    private partial void Failed(string? type);

    [LoggerMessage(1109, LogLevel.Warning, "Could not wipe panel {Id}: {Type}")]
    private partial void CannotExpire(Guid id, string? type);
}
