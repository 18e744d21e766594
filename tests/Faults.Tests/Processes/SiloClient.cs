using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>A client of one silo, for what has no address over HTTP, such as the tick of a reminder.</summary>
internal sealed class SiloClient : IAsyncDisposable
{
    private readonly IHost host;

    private SiloClient(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Connects to the silo of an area that serves clients on that port.</summary>
    public static async Task<SiloClient> Connect(string area, int port)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, port))
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = AreaCluster.Id(area);
                cluster.ServiceId = AreaCluster.ServiceId;
            }));
        var client = new SiloClient(builder.Build());
        await client.host.StartAsync(TestContext.Current.CancellationToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(TestContext.Current.CancellationToken);
        host.Dispose();
    }
}
