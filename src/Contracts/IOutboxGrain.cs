using Orleans.Concurrency;

namespace PeerNet.Contracts;

/// <summary>A grain that keeps facts for other grains in its own record until they are delivered.</summary>
[GrainInterfaceType("peernet.outbox"), Alias("peernet.outbox")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Delivers what waits; safe to ask for at any time.</summary>
    [Alias("deliver"), OneWay]
    Task Deliver();
}
