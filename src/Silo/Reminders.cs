using Microsoft.Extensions.Options;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Grains.Growth;

namespace PeerNet.Silo;

/// <summary>
/// Sees to it, when a silo has started, that the area's reminders are set: for every morning, and to release
/// months.
/// </summary>
internal sealed partial class Reminders(
    IGrainFactory grains, IOptions<SiloOptions> options, TimeProvider clock, ILogger<Reminders> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (!await Start()) await timer.WaitForNextTickAsync(stoppingToken);
    }

    private async Task<bool> Start()
    {
        try
        {
            await grains.Morning(new(options.Value.Area)).Start();
            await grains.Releases(new(options.Value.Area)).Start(Periods.Today(clock));
            return true;
        }
        catch (Exception fault)
        {
            Failed(fault.GetType().FullName);
            return false;
        }
    }

    [LoggerMessage(1105, LogLevel.Warning, "Could not set the area's reminders: {Type}")]
    private partial void Failed(string? type);
}
