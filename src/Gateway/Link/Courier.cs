using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>Carries the area's letters: at least once each, those of one record about one thing in the order they were written, for as long as it takes. A letter that is refused waits longer each time and holds up none but those; an area that is away holds up nobody else's.</summary>
internal sealed partial class Courier(Home home, Neighbours neighbours, LinkClient client, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<Courier> log) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int SideBySide = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(neighbours.All.Select(neighbour => Serve(neighbour, stoppingToken)));

    private Task Serve(Neighbour neighbour, CancellationToken stopping) =>
        PeriodicWork.Run(Interval, options.Value.Link.Backoff, () => Carry(neighbour, stopping), (fault, first) =>
        {
            if (first) Away(neighbour.Area.Value, fault.GetType().FullName);
        }, clock, stopping);

    private async Task Carry(Neighbour neighbour, CancellationToken stopping)
    {
        var waiting = await home.Link.SendLetters(neighbour.Area, MostAtOnce);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping };
        await Parallel.ForEachAsync(waiting.GroupBy(letter => (letter.GrainKey, letter.Letter.Subject())), parallel, async (inOrder, cancel) =>
        {
            foreach (var letter in inOrder)
            {
                if (!await Deliver(neighbour, letter, cancel)) return;
            }
        });
    }

    /// <summary>Posts a letter and settles it with its sender, which also keeps when it is to be sent again; false when it was not accepted.</summary>
    private async Task<bool> Deliver(Neighbour neighbour, WaitingLetter letter, CancellationToken cancel)
    {
        var refused = await client.Post(neighbour, letter.Letter, cancel);
        // A neighbour that fails has not refused the letter, and may have taken it in.
        if (refused == RequestRefusals.Fault.Code) await home.Link.PutOff(letter);
        else await home.Link.Settle(letter, refused);
        if (refused is null) return true;
        Refused(letter.Letter.Operation, neighbour.Area.Value, refused);
        return false;
    }

    [LoggerMessage(2101, LogLevel.Warning, "Cannot send letters to {Area}: {Type}")]
    private partial void Away(string area, string? type);

    [LoggerMessage(2102, LogLevel.Warning, "{Area} refused letter {Operation}: {Code}")]
    private partial void Refused(OperationId operation, string area, string code);
}
