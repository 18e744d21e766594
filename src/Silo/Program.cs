using PeerNet.Calendar;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>
/// The silo process. With the argument <c>migrate</c> it creates the database or updates its schema, and exits. With
/// <c>recount</c> it counts all figures again, reports what was wrong, and exits: with 2 if anything was. Silos may
/// keep running. With <c>--create</c> it creates the database if it is missing, and runs.
/// </summary>
internal static class Program
{
    private const int Differs = 2;
    private const string CreateArgument = "--create";

    private static async Task<int> Main(string[] args)
    {
        try
        {
            return await Run(args);
        }
        catch (Exception fault) when (StorageFaults.WhyNotStarted(fault) is { } reason)
        {
            Console.Error.WriteLine($"The silo could not start: {reason}");
            return 1;
        }
    }

    private static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder([.. args.Where(one => one != CreateArgument)]);
        if (args.Contains(CreateArgument)) builder.Configuration["PeerNet:Database:Create"] = "true";
        if (args is ["migrate", ..])
        {
            await using var database = AreaDatabase.Open(SiloOptions.Read(builder.Configuration).Database);
            await database.ApplySchema();
            return 0;
        }
        if (args is ["recount", ..]) return await Recount(SiloOptions.Read(builder.Configuration).Database);
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
        return 0;
    }

    private static async Task<int> Recount(DatabaseOptions options)
    {
        await using var database = AreaDatabase.Open(options);
        using var logs = LoggerFactory.Create(log => log.AddSimpleConsole());
        var count = new GrowthCount(
            database, new(logs.CreateLogger<UnreadableRows>()), TimeProvider.System, logs.CreateLogger<GrowthCount>());
        var wrong = await count.Recount(Periods.Today(TimeProvider.System));
        foreach (var one in wrong) Console.WriteLine($"Was wrong: {one.Scope}, {one.By}, {Sql.Day(one.StartsOn)}");
        foreach (var one in count.NotCounted) Console.WriteLine($"Cannot be counted: {one}");
        if (wrong.Count + count.NotCounted.Count > 0) return Differs;
        Console.WriteLine("All figures are right.");
        return 0;
    }
}
