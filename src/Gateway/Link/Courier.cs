using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Delivers the area's letters at least once. Letters from one record about one subject arrive in the order written.
/// </summary>
/// <remarks>
/// The record that wrote a letter stores when to send it again, so any number of Gateways can deliver letters. A
/// refused letter delays only the letters that must follow it, and an unreachable area delays only its own letters.
/// </remarks>
internal sealed partial class Courier(
    Home home, Neighbours neighbours, LinkClient client, Accepts accepts, IOptions<GatewayOptions> options,
    TimeProvider clock, ILogger<Courier> log)
    : BackgroundService
{
    private const int MaxLetters = 200;
    private const int MaxParallel = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await home.Connected.WaitAsync(stoppingToken);
        await Task.WhenAll(neighbours.All.Select(neighbour => Follow(neighbour, stoppingToken)));
    }

    private Task Follow(Neighbour neighbour, CancellationToken stopping)
    {
        var failing = new Failing<string>(clock, Interval);
        return PeriodicWork.Run(
            Interval,
            options.Value.Link.Backoff,
            () => Carry(neighbour, failing, stopping),
            (fault, isFirst) =>
            {
                if (isFirst) CannotSend(neighbour.Area.Value, fault.GetType().FullName);
            },
            clock,
            stopping);
    }

    private async Task Carry(Neighbour neighbour, Failing<string> failing, CancellationToken stopping)
    {
        // Nothing is noted in a damaged row, so its letters come first again and would take the places of all others.
        var letters = await home.Link.SendLetters(neighbour.Area, KindsFor(neighbour), MaxLetters + failing.Count);
        failing.Keep(letters.Select(letter => letter.GrainKey));
        var due = letters.Where(letter => !failing.Waits(letter.GrainKey));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = stopping };
        await Parallel.ForEachAsync(
            due.GroupBy(letter => (letter.GrainKey, letter.Letter.Subject())), parallel, async (inOrder, cancel) =>
        {
            foreach (var letter in inOrder)
            {
                if (!await Deliver(neighbour, letter, failing, cancel)) return;
            }
        });
    }

    /// <summary>The kinds that both areas can read; the rest wait for an upgrade of one of them.</summary>
    private ImmutableArray<string> KindsFor(Neighbour neighbour) =>
        [.. (client.AcceptedBy(neighbour) ?? Accepts.First).Letters.Intersect(accepts.Letters)];

    /// <summary>Posts a letter and settles it with its sender. Returns false if it was not accepted.</summary>
    private async Task<bool> Deliver(
        Neighbour neighbour, WaitingLetter letter, Failing<string> failing, CancellationToken cancel)
    {
        var refused = await client.Post(neighbour, letter.Letter, cancel);
        var isSettled = await Settle(letter, refused, failing);
        // Nothing about the letter: its sender is told why it waits, and the neighbour is left alone for a while.
        if (refused == LinkRefusals.BorderClosed.Code)
            throw new HttpRequestException("The neighbour accepts no letters at present.");
        if (refused is not null) Refused(neighbour.Area.Value, letter.Letter.Operation, refused);
        return isSettled && refused is null;
    }

    /// <summary>Returns false if the sender cannot be told, which says nothing about the neighbour.</summary>
    private async Task<bool> Settle(WaitingLetter letter, string? refused, Failing<string> failing)
    {
        try
        {
            // A neighbour that fails has not refused the letter, and may even have applied it.
            if (refused == RequestRefusals.Fault.Code) await home.Link.PutOff(letter);
            else await home.Link.Settle(letter, refused);
            failing.Remove(letter.GrainKey);
            return true;
        }
        catch (Exception fault) when (!Faults.IsAreaUnreachable(fault))
        {
            var sender = GrainKey.Parse(letter.GrainKey).Id;
            if (failing.Add(letter.GrainKey)) CannotSettle(sender, fault.GetType().FullName);
            return false;
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "Cannot send letters to {Area}: {Type}")]
    private partial void CannotSend(string area, string? type);

    [LoggerMessage(2102, LogLevel.Warning, "{Area} refused letter {Operation}: {Code}")]
    private partial void Refused(string area, OperationId operation, string code);

    [LoggerMessage(2110, LogLevel.Error, "Cannot tell {Sender} what became of its letter: {Type}")]
    private partial void CannotSettle(Guid sender, string? type);
}
