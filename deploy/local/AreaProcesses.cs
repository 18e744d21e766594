using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace PeerNet.Local;

/// <summary>One area as in production: a silo and a Gateway in separate processes.</summary>
internal sealed class AreaProcesses : IRunningArea
{
    // Nothing accepts the children's connections: the system keeps them open, and closes them with this listener or
    // process.
    private readonly TcpListener parentExit = new(IPAddress.Loopback, 0);
    private readonly Child silo, gateway;

    public AreaProcesses(LocalArea at, IEnumerable<LocalArea> neighbours)
    {
        At = at;
        parentExit.Start();
        silo = Child("silo", "PeerNet.Silo", at.SiloUrl, at.Silo);
        gateway = Child("gateway", "PeerNet.Gateway", at.Url, new(at.Gateway(neighbours))
        {
            ["PeerNet:Silos:0"] = $"127.0.0.1:{at.Ports.Gateway}",
            ["PeerNet:SiloHealth:0"] = $"{at.SiloUrl}/health/ready",
        });
    }

    public LocalArea At { get; }

    public IReadOnlyList<RunningProgram> Programs => [silo.Running, gateway.Running];

    public async Task Start(CancellationToken cancel)
    {
        await At.CreateDatabase(cancel);
        silo.Start();
        gateway.Start();
        await silo.Ready(cancel);
        await gateway.Ready(cancel);
    }

    public Task<SeededArea> Seed(CancellationToken cancel) =>
        AsClient(grains => new Seed(At, grains).Apply(cancel), cancel);

    public async Task SeedNeighbours(CancellationToken cancel)
    {
        await AsClient(
            async grains =>
            {
                await new SeedNeighbours(At, grains).Apply(cancel);
                return true;
            },
            cancel);
    }

    public async Task<T> AsClient<T>(Func<IGrainFactory, Task<T>> work, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, At.Ports.Gateway))
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = AreaCluster.Id(At.Area.Value);
                cluster.ServiceId = AreaCluster.ServiceId;
            }));
        using var client = builder.Build();
        await client.StartAsync(cancel);
        var done = await work(client.Services.GetRequiredService<IGrainFactory>());
        await client.StopAsync(cancel);
        return done;
    }

    /// <summary>Closes the listener, which tells the children to stop, and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        var ended = Task.WhenAll(silo.DisposeAsync().AsTask(), gateway.DisposeAsync().AsTask());
        parentExit.Dispose();
        await ended;
    }

    // The programs are in the same folder as this one, and run on the same dotnet host, wherever it is installed.
    private Child Child(string name, string program, string url, Dictionary<string, string?> settings)
    {
        settings["PeerNet:ParentEndPoint"] = $"{parentExit.LocalEndpoint}";
        settings["ASPNETCORE_URLS"] = url;
        settings["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory;
        var host = Path.Combine(
            System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(),
            "..",
            "..",
            "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new($"{At.Name}'s {name}", name, new(
            [Path.GetFullPath(host), Path.Combine(AppContext.BaseDirectory, $"{program}.dll")],
            new Dictionary<string, string>(SharedMachine.Settings.Concat(settings.Select(setting =>
                KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!)))),
            url,
            At.File($"{name}.log")));
    }
}
