using PeerNet.Calendar;
using PeerNet.Grains.Growth;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>
/// Counts the figures of groups, offers and seats that have changed, and of all groups once a day. Every silo does
/// this, which is safe: each change counts once.
/// </summary>
internal sealed partial class GrowthFollower(
    GrowthCount count, TimeProvider clock, ILogger<GrowthFollower> log) : BackgroundService
{
    // Counting a group reads all its meetings, and people's own requests come first: at most a tenth of the time.
    private const int MaxAtOnce = 10, PauseFactor = 9;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // What is cheap to count, such as a seat, does not wait for the next second.
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(100);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Count, Failed, stoppingToken);

    private async Task Count(CancellationToken stopping)
    {
        var began = clock.GetTimestamp();
        await count.Begin(Periods.Today(clock));
        int counted;
        do counted = await count.Follow(MaxAtOnce, stopping);
        while (counted == MaxAtOnce && clock.GetElapsedTime(began) < MaxTime);
        await Task.Delay(clock.GetElapsedTime(began) * PauseFactor, clock, stopping);
    }

    [LoggerMessage(1106, LogLevel.Warning, "Could not count figures: {Type}")]
    private partial void Failed(string? type);
}
