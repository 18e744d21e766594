using Microsoft.Extensions.Options;
using PeerNet.Contracts;

namespace PeerNet.Silo;

/// <summary>
/// Sees to it, when a silo has started, that the area's reminder for every morning is set.
/// </summary>
internal sealed partial class Mornings(
    IGrainFactory grains, IOptions<SiloOptions> options, TimeProvider clock, ILogger<Mornings> log)
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
            return true;
        }
        catch (Exception fault)
        {
            Failed(fault.GetType().FullName);
            return false;
        }
    }

    [LoggerMessage(1105, LogLevel.Warning, "Could not set the reminder for every morning: {Type}")]
    private partial void Failed(string? type);
}
