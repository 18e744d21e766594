using PeerNet.Contracts.Areas;
using PeerNet.Gateway;
using PeerNet.Silo;

namespace PeerNet.Local;

/// <summary>One area: a silo, its database and its Gateway in one host, which shares nothing with the other areas' hosts but the process.</summary>
internal sealed class Cell : IRunningArea
{
    private readonly WebApplication app;
    private bool started;

    /// <summary>Puts the area together; the last argument is what a test adds to see inside.</summary>
    public Cell(LocalArea at, IEnumerable<LocalArea> neighbours, Action<WebApplicationBuilder>? also = null)
    {
        At = at;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(at.Silo);
        builder.Configuration.AddInMemoryCollection(at.Gateway(neighbours));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its first look measures since the machine was switched on, and warns.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // A start that fails is told once, in plain words, by Network.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseUrls(at.Url);
        builder.AddPeerNetSilo();
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
        await app.StartAsync(cancel);
        started = true;
    }

    public Task<SeededArea> Seed(CancellationToken cancel) => new Seed(At, Grains).Apply(cancel);

    public async ValueTask DisposeAsync()
    {
        // What never started cannot be stopped, and would hide why.
        if (started) await app.StopAsync();
        await app.DisposeAsync();
    }
}
