using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>Carries the area's letters: at least once each, those of one record about one thing in the order they were written, for as long as it takes. A letter that is refused waits longer each time and holds up none but those; an area that is away holds up nobody else's.</summary>
internal sealed partial class Courier(Home home, Neighbours neighbours, LinkClient client, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<Courier> log) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int SideBySide = 8;
    private const int MostDoublings = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(neighbours.All.Select(neighbour => Serve(neighbour, stoppingToken)));

    private Task Serve(Neighbour neighbour, CancellationToken stopping)
    {
        var refused = new Dictionary<OperationId, (int Times, DateTimeOffset Again)>();
        return PeriodicWork.Run(Interval, options.Value.Link.Backoff, () => Carry(neighbour, refused, stopping), (fault, first) =>
        {
            if (first) Away(neighbour.Area.Value, fault.GetType().FullName);
        }, clock, stopping);
    }

    private async Task Carry(Neighbour neighbour, Dictionary<OperationId, (int Times, DateTimeOffset Again)> refused, CancellationToken stopping)
    {
        var waiting = await home.Link.SendLetters(neighbour.Area, MostAtOnce);
        await Parallel.ForEachAsync(waiting.GroupBy(letter => (letter.GrainKey, letter.Letter.Subject())), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping }, async (inOrder, cancel) =>
        {
            foreach (var letter in inOrder)
            {
                var operation = letter.Letter.Operation;
                (int Times, DateTimeOffset Again) before;
                lock (refused) before = refused.GetValueOrDefault(operation);
                if (before.Again > clock.GetUtcNow()) return;
                var no = await client.Post(neighbour, letter.Letter, cancel);
                // Whoever fails has not said no, and may have taken it in: such a letter is sent for as long as it takes.
                if (no != RequestRefusals.Fault.Code) await home.Link.Settle(letter, no);
                lock (refused)
                {
                    if (no is null) refused.Remove(operation);
                    else refused[operation] = (before.Times + 1, clock.GetUtcNow() + TimeSpan.FromSeconds(1 << Math.Min(before.Times, MostDoublings)));
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

    [LoggerMessage(2101, LogLevel.Warning, "Cannot send letters to {Area}: {Type}")]
    private partial void Away(string area, string? type);

    [LoggerMessage(2102, LogLevel.Warning, "{Area} refused letter {Operation}: {Code}")]
    private partial void Refused(OperationId operation, string area, string code);
}
