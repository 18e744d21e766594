using PeerNet.Contracts;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Seats;

namespace PeerNet.Silo;

/// <summary>
/// Ends requests for a seat in another area that nobody has answered for 90 days, so that nobody waits for ever on a
/// group or an area that has gone. Every silo does this, which is safe: a request ends once.
/// </summary>
internal sealed partial class UnansweredSeats(
    IAreaRows rows, IGrainFactory grains, TimeProvider clock, ILogger<UnansweredSeats> log) : BackgroundService
{
    private const int MaxAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeat.Every(Interval, clock, Expire, Failed, stoppingToken);

    private async Task Expire(CancellationToken stopping)
    {
        var askedBefore = clock.GetUtcNow().AddDays(-Seat.DaysToAnswer);
        foreach (var key in await rows.UnansweredSeats(askedBefore, MaxAtOnce))
        {
            stopping.ThrowIfCancellationRequested();
            await Expire(key);
        }
    }

    // One that fails keeps no other from ending.
    private async Task Expire(string key)
    {
        try
        {
            var seat = GrainKey.Parse(key);
            await grains.Seat(seat.Area, new(seat.Id)).Expire();
        }
        catch (Exception fault)
        {
            CannotExpire(GrainKey.TryParse(key, out var known) ? known.Id : default, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1103, LogLevel.Warning, "Could not look for seats without an answer: {Type}")]
    private partial void Failed(string? type);

    [LoggerMessage(1104, LogLevel.Warning, "Could not end the request for seat {Id}: {Type}")]
    private partial void CannotExpire(Guid id, string? type);
}
