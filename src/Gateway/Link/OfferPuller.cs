using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.SupportOffers;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Follows every neighbour's change feed of offers. Those of an area that does not respond are kept, marked with their
/// age.
/// </summary>
internal sealed partial class OfferPuller(
    Neighbours neighbours, LinkClient client, FeedFaults faults, OfferCards offers, IOptions<GatewayOptions> options,
    TimeProvider clock, ILogger<OfferPuller> log)
    : BackgroundService
{
    // A longer feed continues at the next interval, so an endless feed cannot keep this loop running.
    private const int MaxPages = 100;

    // A neighbour that sends slowly gives way to the others until the next interval.
    private static readonly TimeSpan MaxRound = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(neighbours.All.Select(neighbour => Follow(neighbour, stoppingToken)));

    private Task Follow(Neighbour neighbour, CancellationToken stopping)
    {
        var reader = new FeedReader<OfferChange>(
            Feed.Offers, client, neighbour, limit => faults.Report(neighbour.Area, limit));
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
                offers.Missed(neighbour.Area);
                if (isFirst) CannotRead(neighbour.Area.Value, fault.GetType().FullName);
            },
            clock,
            stopping);
    }

    private async Task ReadToTheEnd(Neighbour neighbour, FeedReader<OfferChange> reader, CancellationToken round)
    {
        // It says what it reads in every answer, and serves what it reads.
        if (client.AcceptedBy(neighbour)?.Cards.Contains(Accepts.OfferCard) != true) return;
        var asOf = clock.GetUtcNow();
        for (var pages = 0; pages < MaxPages; pages++)
        {
            if (await reader.Next(offers.CursorOf(neighbour.Area), round) is not { } page)
            {
                offers.Seen(neighbour.Area, asOf);
                return;
            }
            faults.Report(neighbour.Area, page);
            offers.Apply(neighbour.Area, new(page.Items, page.Next, page.Restarted));
            if (!page.Items.IsEmpty) continue;
            offers.Seen(neighbour.Area, asOf);
            return;
        }
    }

    [LoggerMessage(2109, LogLevel.Warning, "Cannot read the offers of {Area}: {Type}")]
    private partial void CannotRead(string area, string? type);
}
