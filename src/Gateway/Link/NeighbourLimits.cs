using System.Threading.RateLimiting;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Limits;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Refuses requests beyond what one neighbour may send (503). Without a code, no refusal of a letter is counted: the
/// neighbour's courier waits and sends it again.
/// </summary>
internal sealed class NeighbourLimits(LimitOptions limits) : IDisposable
{
    private readonly PartitionedRateLimiter<Neighbour> limiter = Create(limits.NeighbourPerMinute);

    /// <summary>Whether the neighbour may send one more now; if not, it is told how long to wait.</summary>
    public bool Allows(Neighbour neighbour, HttpResponse response)
    {
        if (!limits.Enabled) return true;
        using var lease = limiter.AttemptAcquire(neighbour);
        if (lease.IsAcquired) return true;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        TooMany.SayWhen(response, MinuteBucket.WaitOf(lease));
        return false;
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<Neighbour> Create(int perMinute)
    {
        return PartitionedRateLimiter.Create<Neighbour, AreaId>(
            neighbour => MinuteBucket.Of(neighbour.Area, perMinute));
    }
}
