using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PeerNet;

/// <summary>What the silos and the Gateway of one area must agree on to be of one cluster, and how they leave it.</summary>
internal static class AreaCluster
{
    /// <summary>The service id, the same everywhere: rows move with an area's database.</summary>
    public const string ServiceId = "peernet";

    // Under the ten seconds after which container runtimes kill what they asked to stop.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(8);

    /// <summary>The cluster id of an area.</summary>
    public static string Id(string area) => $"peernet-{area}";

    /// <summary>The shutdown timeout: shorter than a container runtime's.</summary>
    public static void AddLongestGoodbye(this IServiceCollection services) => services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestGoodbye);
}
