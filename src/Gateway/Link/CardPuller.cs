using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Follows every area's change feed, including its own area's, and passes changes to the finder. The cards of an area
/// that does not respond are kept, marked with their age.
/// </summary>
internal sealed partial class CardPuller(
    Home home, Neighbours neighbours, LinkClient client, FeedFaults faults, Finder.GroupSearch finder,
    IOptions<GatewayOptions> options, TimeProvider clock, ILogger<CardPuller> log)
    : BackgroundService
{
    private const int OwnCardsPerPage = 500;

    // A longer feed continues at the next interval, so an endless feed cannot keep this loop running.
    private const int MaxPages = 100;

    // A neighbour that sends slowly, or what is slow to read, gives way to the others until the next interval.
    private static readonly TimeSpan MaxRound = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan OwnInterval = TimeSpan.FromSeconds(0.5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        return Task.WhenAll(
            neighbours.All.Select(
                neighbour => Follow(neighbour.Area, PagesOf(neighbour), options.Value.Link.PullInterval, stoppingToken))
                .Prepend(FollowHome(stoppingToken)));
    }

    // The neighbours' cards are read, and found, even while no silo here answers.
    private async Task FollowHome(CancellationToken stopping)
    {
        await home.Connected.WaitAsync(stopping);
        await Follow(home.Area, OwnPage, OwnInterval, stopping);
    }

    private Task Follow(
        AreaId area,
        Func<CardCursor, CancellationToken, Task<CardPage?>> next,
        TimeSpan interval,
        CancellationToken stopping)
    {
        return PeriodicWork.Run(
            interval,
            options.Value.Link.Backoff,
            async () =>
            {
                // Taken before reading, because cards published meanwhile may be missing.
                var asOf = clock.GetUtcNow();
                using var round = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                round.CancelAfter(MaxRound);
                if (await ReadToTheEnd(area, next, round.Token)) finder.Seen(area, asOf, reachable: true);
            },
            (fault, isFirst) =>
            {
                finder.Seen(area, clock.GetUtcNow(), reachable: false);
                if (isFirst) CannotRead(area.Value, fault.GetType().FullName);
            },
            clock,
            stopping);
    }

    private async Task<bool> ReadToTheEnd(
        AreaId area, Func<CardCursor, CancellationToken, Task<CardPage?>> next, CancellationToken round)
    {
        for (var pages = 0; pages < MaxPages; pages++)
        {
            if (await next(finder.CursorOf(area), round) is not { } page) return true;
            if (!finder.Apply(area, page, clock.GetUtcNow())) return false;
            if (page.Items.IsEmpty) return true;
        }
        return false;
    }

    private async Task<CardPage?> OwnPage(CardCursor from, CancellationToken cancel) =>
        await home.Link.ListCards(from, OwnCardsPerPage).WaitAsync(cancel);

    private Func<CardCursor, CancellationToken, Task<CardPage?>> PagesOf(Neighbour neighbour)
    {
        var reader = new FeedReader<CardChange>(
            Feed.Groups, client, neighbour, limit => faults.Report(neighbour.Area, limit));
        return async (from, cancel) =>
        {
            var page = await reader.Next(from, cancel);
            if (page is null) return null;
            faults.Report(neighbour.Area, page);
            return new(page.Items, page.Next, page.Restarted);
        };
    }

    [LoggerMessage(2103, LogLevel.Warning, "Cannot read the cards of {Area}: {Type}")]
    private partial void CannotRead(string area, string? type);
}
