using Microsoft.Extensions.Options;
using PeerNet.Contracts.Growth;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Asks every neighbour for what it has released, and has the area keep it. What is kept of a neighbour that does not
/// answer stays.
/// </summary>
internal sealed partial class FiguresPuller(
    Home home, Neighbours neighbours, LinkClient client, IOptions<GatewayOptions> options, TimeProvider clock,
    ILogger<FiguresPuller> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await home.Connected.WaitAsync(stoppingToken);
        await Task.WhenAll(neighbours.All.Select(neighbour =>
        {
            string? tag = null;
            return PeriodicWork.Run(
                options.Value.Link.FiguresInterval,
                options.Value.Link.Backoff,
                async () => tag = await Pull(neighbour, tag, stoppingToken),
                (fault, isFirst) =>
                {
                    if (isFirst) CannotRead(neighbour.Area.Value, fault.GetType().FullName);
                },
                clock,
                stoppingToken);
        }));
    }

    // The tag is remembered, and so the answer acknowledged, only once everything has been dealt with.
    private async Task<string?> Pull(Neighbour neighbour, string? tag, CancellationToken stopping)
    {
        var fetched = await client.FetchFigures(neighbour, tag, stopping);
        if (fetched.Figures is not { } figures) return fetched.Tag;
        if (figures.Unreadable > 0) Unreadable(neighbour.Area.Value, figures.Unreadable);
        foreach (var refused in await home.NeighbourReleases.Take(neighbour.Area, figures.Months))
            Refused(neighbour.Area.Value, refused.StartsOn, refused.Because);
        return fetched.Tag;
    }

    [LoggerMessage(2106, LogLevel.Warning, "Cannot read the released figures of {Area}: {Type}")]
    private partial void CannotRead(string area, string? type);

    [LoggerMessage(2107, LogLevel.Warning, "Skipped released months of {Area} that cannot be read: {Months}")]
    private partial void Unreadable(string area, int months);

    [LoggerMessage(2108, LogLevel.Warning, "Refused the month of {Area} that starts on {Month}: {Because}")]
    private partial void Refused(string area, DateOnly month, MonthFault because);
}
