using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Follows every neighbour's change feed of one kind of shared cards. Those of an area that does not respond are kept,
/// marked with their age.
/// </summary>
internal sealed partial class SharedCardPuller<TCard>(
    SharedFeed<TCard> feed, Neighbours neighbours, LinkClient client, FeedFaults faults, KeptCards<TCard> cards,
    IOptions<GatewayOptions> options, TimeProvider clock, ILogger<SharedCardPuller<TCard>> log)
    : BackgroundService where TCard : class, ISharedCard
{
    // A longer feed continues at the next interval, so an endless feed cannot keep this loop running.
    private const int MaxPages = 100;

    // A neighbour that sends slowly gives way to the others until the next interval.
    private static readonly TimeSpan MaxRound = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(neighbours.All.Select(neighbour => Follow(neighbour, stoppingToken)));

    private Task Follow(Neighbour neighbour, CancellationToken stopping)
    {
        var reader = new FeedReader<SharedChange<TCard>>(
            feed.Feed, client, neighbour, limit => faults.Report(neighbour.Area, limit));
        return PeriodicWork.Run(
            options.Value.Link.PullInterval,
            options.Value.Link.Backoff,
            async () =>
            {
                using var round = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                round.CancelAfter(MaxRound);
                await ReadToTheEnd(neighbour, reader, round.Token);
            },
            (fault, isFirst) =>
            {
                cards.Missed(neighbour.Area);
                if (isFirst) CannotRead(feed.Kind, neighbour.Area.Value, fault.GetType().FullName);
            },
            clock,
            stopping);
    }

    private async Task ReadToTheEnd(
        Neighbour neighbour, FeedReader<SharedChange<TCard>> reader, CancellationToken round)
    {
        // It says what it reads in every answer, and serves what it reads.
        if (client.AcceptedBy(neighbour)?.Cards.Contains(feed.Kind) != true)
        {
            cards.Missed(neighbour.Area);
            return;
        }
        // Taken before reading, because cards shared meanwhile may be missing.
        var asOf = clock.GetUtcNow();
        for (var pages = 0; pages < MaxPages; pages++)
        {
            if (await reader.Next(cards.CursorOf(neighbour.Area), round) is not { } page)
            {
                cards.Seen(neighbour.Area, asOf);
                return;
            }
            faults.Report(neighbour.Area, page);
            cards.Apply(neighbour.Area, new(page.Items, page.Next, page.Restarted));
            if (!page.Items.IsEmpty) continue;
            cards.Seen(neighbour.Area, asOf);
            return;
        }
    }

    [LoggerMessage(2112, LogLevel.Warning, "Cannot read the {Kind} cards of {Area}: {Type}")]
    private partial void CannotRead(string kind, string area, string? type);
}
