using Orleans.Configuration;
using Orleans.Messaging;

namespace PeerNet.Gateway;

/// <summary>
/// The process that serves people and programs. It is an Orleans client of its own area's silos only.
/// </summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.AddParentExitWatch();
        builder.AddPeerNetGateway();
        var options = builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new();
        builder.AddPeerNetTelemetry("peernet-gateway", options.Area);
        // Answer requests (with 503) even before the first connection to the area.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddShutdownTimeout();
        builder.Logging.AddQuietOrleans();
        builder.Services.AddSingleton<IGatewayListProvider, HealthySilos>();
        builder.Services.AddSingleton<FirstConnection>();
        builder.Services.AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>>(
            services => services.GetRequiredService<FirstConnection>());
        builder.UseOrleansClient(client => client
            .Configure<Orleans.Configuration.GatewayOptions>(
                gateways => gateways.GatewayListRefreshPeriod = HealthySilos.RefreshInterval)
            .AddActivityPropagation()
            .UseConnectionRetryFilter(async (_, cancel) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
                return !cancel.IsCancellationRequested;
            })
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = AreaCluster.Id(options.Area);
                cluster.ServiceId = AreaCluster.ServiceId;
            })
            .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout));
        var app = builder.Build();
        app.MapPeerNetGateway();
        await app.RunAsync();
    }
}
