using System.Net;
using System.Net.Sockets;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway;
using PeerNet.Silo;

namespace PeerNet.Local;

/// <summary>One area: a silo, its SQLite file and its Gateway in one host, which shares nothing with the other areas' hosts but the process.</summary>
internal sealed class Cell : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <summary>Puts the area together; the last argument is what a test adds to see inside.</summary>
    public Cell(string area, string name, int port, DirectoryInfo folder, Action<WebApplicationBuilder>? also = null)
    {
        (Name, Url, Area) = (name, $"http://127.0.0.1:{port}", new(area));
        Database = Path.GetFullPath(Path.Combine(folder.FullName, $"{area}.db"));
        Tokens = new(area, folder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PeerNet:Area"] = area,
            ["PeerNet:AreaName"] = name,
            ["PeerNet:Local"] = "true",
            ["PeerNet:Database:Kind"] = "sqlite",
            ["PeerNet:Database:ConnectionString"] = $"Data Source={Database}",
            ["PeerNet:Finder:File"] = Path.GetFullPath(Path.Combine(folder.FullName, $"{area}.finder.db")),
            ["PeerNet:SiloPort"] = $"{FreePort()}",
            ["PeerNet:GatewayPort"] = $"{FreePort()}",
            ["PeerNet:Tokens:Issuer"] = LocalTokens.Issuer,
            ["PeerNet:Tokens:PublicKeyFile"] = Tokens.PublicKeyFile,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its first look measures since the machine was switched on, and warns.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // A start that fails is told once, in plain words, by Network.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseUrls(Url);
        builder.AddPeerNetSilo();
        builder.AddPeerNetGateway();
        builder.AddPeerNetTelemetry("peernet-local", area);
        also?.Invoke(builder);
        app = builder.Build();
        app.MapPeerNetGateway();
    }

    public AreaId Area { get; }

    public string Name { get; }

    public string Url { get; }

    public string Database { get; }

    public LocalTokens Tokens { get; }

    public IServiceProvider Services => app.Services;

    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    public Task Start(CancellationToken cancel) => app.StartAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    // Nobody but this process speaks to the silo, so any free ports will do, and two networks can run side by side.
    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
