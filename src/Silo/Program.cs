using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>
/// The silo process. With the argument <c>migrate</c> it creates the database or updates its schema, and exits. With
/// <c>--create</c> it creates the database if it is missing, and runs.
/// </summary>
internal static class Program
{
    private const string CreateArgument = "--create";

    private static async Task<int> Main(string[] args)
    {
        try
        {
            await Run(args);
            return 0;
        }
        catch (Exception fault) when (StorageFaults.WhyNotStarted(fault) is { } reason)
        {
            Console.Error.WriteLine($"The silo could not start: {reason}");
            return 1;
        }
    }

    private static async Task Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder([.. args.Where(one => one != CreateArgument)]);
        if (args.Contains(CreateArgument)) builder.Configuration["PeerNet:Database:Create"] = "true";
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
        // A start that fails is reported once, in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddShutdownTimeout();
        var app = builder.Build();
        app.MapHealth();
        await app.RunAsync();
    }
}
