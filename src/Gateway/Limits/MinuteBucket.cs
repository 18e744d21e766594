using System.Threading.RateLimiting;

namespace PeerNet.Gateway.Limits;

/// <summary>
/// As many requests as may come in a minute. They may come at once; then one by one, as evenly as the bucket refills.
/// </summary>
internal static class MinuteBucket
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>The bucket of a key.</summary>
    public static RateLimitPartition<TKey> Of<TKey>(TKey key, int perMinute)
    {
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromTicks(Math.Max(1, TimeSpan.TicksPerMinute / perMinute)),
            QueueLimit = 0,
        });
    }

    /// <summary>How long whoever was refused waits for the next.</summary>
    public static TimeSpan WaitOf(RateLimitLease refused) =>
        refused.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : ShortWait;
}
