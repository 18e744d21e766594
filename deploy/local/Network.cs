using System.Diagnostics;
using PeerNet.Silo.Storage;

namespace PeerNet.Local;

/// <summary>How to run the network.</summary>
/// <param name="Folder">The folder for databases, keys and logs.</param>
/// <param name="Fresh">Whether to delete all of that first.</param>
/// <param name="FirstPort">The public port of the first area.</param>
/// <param name="Processes">Whether each silo and each Gateway runs as a separate process.</param>
/// <param name="Postgres">The server that stores the records; null for SQLite.</param>
/// <param name="WelcomeNewGroups">Whether a group that a member founds can be found in other areas at once.</param>
/// <param name="DaysOfMeetings">Of how many days a first start makes up meetings.</param>
internal sealed record NetworkOptions(
    DirectoryInfo Folder,
    bool Fresh,
    int FirstPort,
    bool Processes,
    PostgresServer? Postgres,
    bool WelcomeNewGroups,
    int DaysOfMeetings = LocalArea.YearOfMeetings);

/// <summary>Starts the three areas, seeds them on the first start, and prints how to use them.</summary>
internal static class Network
{
    private static readonly (string Id, string Name)[] Areas =
    [
        ("brighton-and-hove", "Brighton and Hove"),
        ("east-sussex", "East Sussex"),
        ("west-sussex", "West Sussex"),
    ];

    /// <summary>Runs until cancelled.</summary>
    public static async Task<int> Run(NetworkOptions options, CancellationToken cancel)
    {
        // Without this yield, Ctrl-C here is missed: the command line waits only for an action that has already
        // yielded.
        await Task.Yield();
        var watch = Stopwatch.StartNew();
        List<IRunningArea> areas = [];
        try
        {
            foreach (var ports in Areas.Select((_, place) => AreaPorts.Of(options.FirstPort, place))) ports.Demand();
            if (options.Fresh) DataFolder.Clear(options.Folder);
            DataFolder.Make(options.Folder);
            if (options.Postgres is { } server)
                await server.Prepare(Areas.Select(area => area.Id), options.Fresh, cancel);
            var network = Areas.Select((area, place) => new LocalArea(
                area.Id, area.Name, AreaPorts.Of(options.FirstPort, place), options.Folder, options.Postgres)
            {
                WelcomesNewGroups = options.WelcomeNewGroups,
                DaysOfMeetings = options.DaysOfMeetings,
            }).ToList();
            foreach (var area in network)
            {
                var neighbours = network.Except([area]);
                areas.Add(options.Processes ? new AreaProcesses(area, neighbours) : new Cell(area, neighbours));
            }
            await Task.WhenAll(areas.Select(area => area.Start(cancel)));
            List<SeededArea> seeded = [.. await Task.WhenAll(areas.Select(area => area.Seed(cancel)))];
            if (seeded.Exists(area => area.New)) foreach (var area in areas) await area.SeedNeighbours(cancel);
            var now = TimeProvider.System.GetUtcNow();
            var closed = network.Zip(seeded).ToDictionary(area => area.First.Area, area => area.Second.ClosedTo);
            await Neighbourhood.Settle(
                network, closed, seeded.Exists(area => area.New) ? now : now - watch.Elapsed, cancel);
            NetworkFile.Write(options.Folder, areas.Zip(seeded));
            Print(network, options.Folder, watch.Elapsed);
            await Task.Delay(Timeout.Infinite, cancel);
            return 0;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine("Stopping. Your data is kept.");
            return 0;
        }
        catch (Exception fault) when (StorageFaults.WhyNotStarted(fault) is { } reason && fault is not IOException)
        {
            Console.Error.WriteLine($"PeerNet could not start: {reason}");
            return 1;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine(
                $"PeerNet could not start: {fault.Message} If PeerNet is already running, stop it or use a different "
                    + "--port and --data.");
            return 1;
        }
        catch (InvalidOperationException fault)
        {
            // For example, the database belongs to a newer version of PeerNet.
            Console.Error.WriteLine($"PeerNet could not start: {fault.Message}");
            return 1;
        }
        finally
        {
            await Task.WhenAll(areas.Select(area => area.DisposeAsync().AsTask()));
        }
    }

    private static void Print(IEnumerable<LocalArea> areas, DirectoryInfo folder, TimeSpan took)
    {
        Console.WriteLine($"\nPeerNet is running. It started in {took.TotalSeconds:0.0} s.\n");
        Console.WriteLine($"""
              Open {areas.First().Site}

            You can get to all three areas from there, and be any of the made-up people. Programs find their tokens in
            {Path.Combine(folder.ToString(), NetworkFile.Name)}. Press Ctrl-C to stop.
            """);
    }
}
