using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PeerNet;

/// <summary>
/// What the silos and the Gateway of an area must agree on to form a cluster, and how long they take to leave it.
/// </summary>
internal static class AreaCluster
{
    /// <summary>The service id. It is the same in every area, because it is part of a row's key.</summary>
    public const string ServiceId = "peernet";

    // Container runtimes kill a process ten seconds after asking it to stop.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    /// <summary>The cluster id of an area.</summary>
    public static string Id(string area) => $"peernet-{area}";

    /// <summary>Shuts the host down before a container runtime would kill it.</summary>
    public static void AddShutdownTimeout(this IServiceCollection services) =>
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
}
