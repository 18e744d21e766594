using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>The silo process. With the argument <c>migrate</c> it updates the schema and exits.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        if (args is ["migrate", ..])
        {
            await using var database = AreaDatabase.Open(SiloOptions.Read(builder.Configuration).Database);
            await database.ApplySchema();
            return;
        }
        builder.AddParentExitWatch();
        builder.AddPeerNetSilo();
        builder.AddPeerNetTelemetry("peernet-silo", SiloOptions.Read(builder.Configuration).Area);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddQuietOrleans();
        builder.Services.AddShutdownTimeout();
        var app = builder.Build();
        app.MapHealth();
        await app.RunAsync();
    }
}
