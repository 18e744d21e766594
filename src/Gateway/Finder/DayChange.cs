namespace PeerNet.Gateway.Finder;

/// <summary>Moves the index on to each new day, so that the first search of the day need not wait for it.</summary>
internal sealed class DayChange(GroupSearch search, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) search.MoveTo(clock.GetUtcNow());
    }
}
