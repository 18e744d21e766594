using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>Follows each area's change feed, its own among them, and gives the finder what is new. An area that does not answer keeps its cards, and their age shows.</summary>
internal sealed partial class CardPuller(Home home, Neighbours neighbours, LinkClient client, Finder.Finder finder, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<CardPuller> log) : BackgroundService
{
    private const int OwnPage = 500;

    // Whoever sends more than this is read on in the next round, so that a feed without end ends here.
    private const int MostPages = 100;
    private static readonly TimeSpan OwnRound = TimeSpan.FromSeconds(0.5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        neighbours.All.Select(neighbour => Follow(neighbour.Area, Pages(neighbour), options.Value.Link.Round, stoppingToken))
            .Prepend(Follow(home.Area, OwnPages, OwnRound, stoppingToken)));

    private Task Follow(AreaId area, Func<CardCursor, CancellationToken, Task<CardPage?>> next, TimeSpan round, CancellationToken stopping) => Rounds.Keep(
        round,
        options.Value.Link,
        async () =>
        {
            // What is published while it is read may be missing.
            var asked = clock.GetUtcNow();
            if (await ReadToTheEnd(area, next, stopping)) finder.Seen(area, asked, reachable: true);
        },
        (fault, first) =>
        {
            finder.Seen(area, clock.GetUtcNow(), reachable: false);
            if (first) Away(area.Value, fault.GetType().FullName);
        },
        clock,
        stopping);

    private async Task<bool> ReadToTheEnd(AreaId area, Func<CardCursor, CancellationToken, Task<CardPage?>> next, CancellationToken stopping)
    {
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (await next(finder.CursorOf(area), stopping) is not { } page) return true;
            finder.Apply(area, page, clock.GetUtcNow());
            if (page.Items.IsEmpty) return true;
        }
        return false;
    }

    private async Task<CardPage?> OwnPages(CardCursor from, CancellationToken cancel) => await home.Link.ListCards(from, OwnPage).WaitAsync(cancel);

    private Func<CardCursor, CancellationToken, Task<CardPage?>> Pages(Neighbour neighbour)
    {
        string? tag = null;
        return async (from, cancel) =>
        {
            (var page, tag) = await client.FetchCards(neighbour, from, tag, cancel);
            return page;
        };
    }

    [LoggerMessage(2103, LogLevel.Warning, "The cards of {Area} cannot be read: {Type}")]
    private partial void Away(string area, string? type);
}
