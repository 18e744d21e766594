using System.Net;
using Orleans.Configuration;

namespace PeerNet.Gateway;

/// <summary>The process people and programs speak to: an Orleans client of its own area's silos, and of no other.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.AddPeerNetGateway();
        var options = builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new();
        builder.AddPeerNetTelemetry("peernet-gateway", options.Area);
        // Requests are answered (with 503) also while the area is not reached yet.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client => client
            .UseStaticClustering([.. options.Silos.Select(IPEndPoint.Parse)])
            .AddActivityPropagation()
            .UseConnectionRetryFilter(async (_, cancel) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
                return !cancel.IsCancellationRequested;
            })
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ($"peernet-{options.Area}", "peernet"))
            .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout));
        var app = builder.Build();
        app.MapPeerNetGateway();
        await app.RunAsync();
    }
}
