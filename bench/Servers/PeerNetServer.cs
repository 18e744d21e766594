// The silo and the Gateway each have this one.
extern alias silo;

using PeerNet.Bench.Load;
using PeerNet.Gateway;
using PeerNet.Local;
using PeerNet.Scenarios;
using PeerNet.Silo;
using SiloTelemetry = silo::PeerNet.Telemetry;

namespace PeerNet.Bench.Servers;

/// <summary>One area, silo and Gateway in one process.</summary>
internal static class PeerNetServer
{
    public static WebApplication Build(string url, string database, string publicKey)
    {
        var builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PeerNet:Area"] = World.Area,
            ["PeerNet:Database:Kind"] = Database.KindOf(database),
            ["PeerNet:Database:ConnectionString"] = database,
            ["PeerNet:Database:Create"] = "true",
            ["PeerNet:SiloPort"] = $"{Ports.Free()}",
            ["PeerNet:GatewayPort"] = $"{Ports.Free()}",
            ["PeerNet:AdvertisedAddress"] = "127.0.0.1",
            ["PeerNet:WelcomeNewGroups"] = "true",
            ["PeerNet:Limits:Enabled"] = "false",
            ["PeerNet:Tokens:Issuer"] = LocalTokens.Issuer,
            ["PeerNet:Tokens:PublicKeyFile"] = publicKey,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its first measurement covers the time since the machine started, and causes a false warning.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.WebHost.UseUrls(url);
        builder.AddPeerNetSilo();
        builder.AddPeerNetGateway();
        SiloTelemetry.AddPeerNetTelemetry(builder, "peernet-bench", World.Area);
        var app = builder.Build();
        app.MapPeerNetGateway();
        return app;
    }
}
