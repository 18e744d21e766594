using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// One more Gateway of an area, beside the one in its cell: with addresses and a finder's file of its own, and the same
/// silo.
/// </summary>
internal sealed class SecondGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private SecondGateway(LocalArea area, LocalArea neighbour)
    {
        var ports = RunningArea.FreePorts();
        At = ports;
        Http = new($"http://127.0.0.1:{ports.Public}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Configuration.AddInMemoryCollection(area.Gateway([neighbour]));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PeerNet:Silos:0"] = $"127.0.0.1:{area.Ports.Gateway}",
            ["PeerNet:Link:Url"] = $"https://127.0.0.1:{ports.Link}",
            ["PeerNet:Finder:File"] = area.File("second.cards.db"),
        });
        TwoAreas.Settings(builder);
        builder.WebHost.UseUrls($"http://127.0.0.1:{ports.Public}");
        builder.AddPeerNetGateway();
        builder.Services.AddSingleton<IGatewayListProvider, HealthySilos>();
        builder.UseOrleansClient(client => client.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = $"peernet-{area.Area}";
            cluster.ServiceId = "peernet";
        }));
        app = builder.Build();
        app.MapPeerNetGateway();
    }

    public AreaPorts At { get; }

    public ApiClient Http { get; }

    public static async Task<SecondGateway> Start(LocalArea area, LocalArea neighbour)
    {
        var gateway = new SecondGateway(area, neighbour);
        await gateway.app.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
