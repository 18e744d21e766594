using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>The process that holds an area's activations; <c>migrate</c> brings the schema up to date and ends.</summary>
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
        builder.AddLifeline();
        builder.AddPeerNetSilo();
        builder.AddPeerNetTelemetry("peernet-silo", SiloOptions.Read(builder.Configuration).Area);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddQuietOrleans();
        builder.Services.AddLongestGoodbye();
        var app = builder.Build();
        app.MapHealth();
        await app.RunAsync();
    }
}
