using Orleans.Configuration;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway;
using PeerNet.Silo;

namespace PeerNet.Local;

/// <summary>
/// One area with its silo and Gateway in one host, which shares only the process with the hosts of other areas.
/// </summary>
internal sealed class Cell : IRunningArea
{
    private const int MaxGrains = 20_000;

    private readonly WebApplication app;
    private bool started;

    /// <summary>Builds the host; <paramref name="also"/> lets a test add services to look inside.</summary>
    public Cell(LocalArea at, IEnumerable<LocalArea> neighbours, Action<WebApplicationBuilder>? also = null)
    {
        At = at;
        var builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(at.Silo);
        builder.Configuration.AddInMemoryCollection(at.Gateway(neighbours));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its first measurement covers the time since the machine started, and causes a false warning.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Three areas start at once in one process, and on a slow computer each takes the others' work for a fault.
        builder.Logging.AddFilter("Orleans.Runtime.MembershipService.LocalSiloHealthMonitor", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Scheduler", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.CallbackData", LogLevel.Error);
        // Network reports a failed start once, in plain words.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Critical);
        builder.WebHost.UseUrls(at.Url);
        builder.AddPeerNetSilo();
        // A million places take 18 MB in each silo, which every collection of their one process reads.
        builder.Services.PostConfigure<GrainDirectoryOptions>(directory => directory.CacheSize = MaxGrains);
        builder.AddPeerNetGateway();
        builder.AddPeerNetTelemetry("peernet-local", at.Area.Value);
        also?.Invoke(builder);
        app = builder.Build();
        app.MapPeerNetGateway();
    }

    public LocalArea At { get; }

    public AreaId Area => At.Area;

    public string Url => At.Url;

    public LocalTokens Tokens => At.Tokens;

    public IServiceProvider Services => app.Services;

    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    public IReadOnlyList<RunningProgram> Programs => [new("local", Environment.ProcessId)];

    public async Task Start(CancellationToken cancel)
    {
        await At.CreateDatabase(cancel);
        await app.StartAsync(cancel);
        started = true;
    }

    public Task<SeededArea> Seed(CancellationToken cancel) => new Seed(At, Grains).Apply(cancel);

    public Task SeedNeighbours(CancellationToken cancel) => new SeedNeighbours(At, Grains).Apply(cancel);

    public Task<T> AsClient<T>(Func<IGrainFactory, Task<T>> work, CancellationToken cancel) => work(Grains);

    public async ValueTask DisposeAsync()
    {
        // Stopping a host that never started throws, which would hide the reason why it did not start.
        if (started) await app.StopAsync();
        await app.DisposeAsync();
    }
}
