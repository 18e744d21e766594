using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.Growth;

/// <summary>
/// Those who follow figures live. Each keeps a connection and asks the area every second, so there is a bound.
/// </summary>
internal sealed class GrowthListeners(
    IOptions<GatewayOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private int count;

    /// <summary>Ends when the Gateway does.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>The clock that listeners wait by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Takes a place, or returns false if there is none. Whoever has one leaves it.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref count) <= options.Value.Limits.GrowthListeners) return true;
        Leave();
        return false;
    }

    /// <summary>Leaves a place.</summary>
    public void Leave() => Interlocked.Decrement(ref count);
}
