using System.Diagnostics;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Silo;

/// <summary>
/// Ends requests for a seat in another area, and take-ups of offers, that nobody has answered for 90 days, so that
/// nobody waits for ever on a person, a group or an area that has gone. Every silo does this, which is safe: a request
/// ends once.
/// </summary>
internal sealed partial class UnansweredRequests(
    IAreaRows rows, IOfferRows offers, IGrainFactory grains, TimeProvider clock, ILogger<UnansweredRequests> log)
    : BackgroundService
{
    private const int MaxAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Expire, Failed, stoppingToken);

    private async Task Expire(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var seats = await rows.UnansweredSeats(now.AddDays(-Seat.DaysToAnswer), MaxAtOnce);
        var takeUps = await offers.UnansweredTakeUps(now.AddDays(-SupportOffer.DaysToAnswer), MaxAtOnce);
        foreach (var key in seats.Concat(takeUps))
        {
            stopping.ThrowIfCancellationRequested();
            await Expire(key);
        }
    }

    // One that fails keeps no other from ending.
    private async Task Expire(string text)
    {
        try
        {
            var key = GrainKey.Parse(text);
            await (key.Kind switch
            {
                "seat" => grains.Seat(key.Area, new(key.Id)).Expire(),
                MatchAbroad.Kind => grains.MatchAbroad(key.Area, new(key.Id)).Expire(),
                "support-offer" => grains.SupportOffer(key.Area, new(key.Id)).Expire(),
                _ => throw new UnreachableException(),
            });
        }
        catch (Exception fault)
        {
            var known = GrainKey.TryParse(text, out var key) ? key : default;
            CannotExpire(known.Kind, known.Id, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1103, LogLevel.Warning, "Could not look for requests without an answer: {Type}")]
    private partial void Failed(string? type);

    [LoggerMessage(1104, LogLevel.Warning, "Could not end what waits in {Kind} {Id}: {Type}")]
    private partial void CannotExpire(string? kind, Guid id, string? type);
}
