using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>Carries the area's letters: at least once each, those of one record in the order they were written, for as long as it takes. A letter that is refused waits longer each time and holds up its own record's alone; an area that is away holds up nobody else's.</summary>
internal sealed partial class Courier(Home home, Neighbours neighbours, LinkClient client, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<Courier> log) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int SideBySide = 8;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(neighbours.All.Select(neighbour => Serve(neighbour, stoppingToken)));

    private async Task Serve(Neighbour neighbour, CancellationToken stopping)
    {
        var refused = new Dictionary<OperationId, (int Times, DateTimeOffset Again)>();
        var pause = Round;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Carry(neighbour, refused, stopping);
                pause = Round;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                if (pause == Round) Away(neighbour.Area.Value, fault.GetType().FullName);
                pause = options.Value.Link.Longer(pause);
            }
            await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Carry(Neighbour neighbour, Dictionary<OperationId, (int Times, DateTimeOffset Again)> refused, CancellationToken stopping)
    {
        var waiting = await home.Link.SendLetters(neighbour.Area, MostAtOnce);
        await Parallel.ForEachAsync(waiting.GroupBy(letter => letter.GrainKey), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping }, async (ofOne, cancel) =>
        {
            foreach (var letter in ofOne)
            {
                var operation = letter.Letter.Operation;
                (int Times, DateTimeOffset Again) before;
                lock (refused) before = refused.GetValueOrDefault(operation);
                if (before.Again > clock.GetUtcNow()) return;
                var no = await client.Post(neighbour, letter.Letter, cancel);
                await home.Link.Settle(letter, no);
                lock (refused)
                {
                    if (no is null) refused.Remove(operation);
                    else refused[operation] = (before.Times + 1, clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, before.Times)));
                }
                if (no is null) continue;
                Refused(operation, neighbour.Area.Value, no);
                return;
            }
        });
        lock (refused)
        {
            foreach (var gone in refused.Keys.Except(waiting.Select(letter => letter.Letter.Operation)).ToList()) refused.Remove(gone);
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "Letters for {Area} wait: {Type}")]
    private partial void Away(string area, string? type);

    [LoggerMessage(2102, LogLevel.Warning, "Letter {Operation} was refused by {Area}: {Code}")]
    private partial void Refused(OperationId operation, string area, string code);
}
