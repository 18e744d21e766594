using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Silo.Paper;

/// <summary>
/// Asks gatherings to destroy the keys that they no longer need, in case a silo died between closing a question and
/// destroying its key. Every silo does this, which is safe.
/// </summary>
internal sealed partial class PaperKeySweeper(
    IPaperKeys keys, IGrainFactory grains, Microsoft.Extensions.Options.IOptions<SiloOptions> options,
    TimeProvider clock, ILogger<PaperKeySweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Sweep, Failed, stoppingToken);

    private async Task Sweep(CancellationToken stopping)
    {
        var area = new AreaId(options.Value.Area);
        foreach (var gathering in keys.Gatherings) await Tidy(area, gathering);
    }

    // One that fails keeps no other from being tidied, and has its turn the next time.
    private async Task Tidy(AreaId area, Guid gathering)
    {
        try
        {
            await grains.Paper(area, new(gathering)).TidyKeys();
        }
        catch (Exception fault)
        {
            Failed(fault.GetType().FullName);
        }
    }

    [LoggerMessage(1107, LogLevel.Warning, "Could not sweep keys of gatherings: {Type}")]
    private partial void Failed(string? type);
}
