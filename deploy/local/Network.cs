using System.Diagnostics;

namespace PeerNet.Local;

/// <summary>How the network is run.</summary>
/// <param name="Folder">Where the areas keep what they keep.</param>
/// <param name="Fresh">Whether all that is forgotten first.</param>
/// <param name="FirstPort">The first area's port.</param>
/// <param name="Processes">Whether each silo and each Gateway is a process of its own.</param>
/// <param name="Postgres">The server that keeps the records; null for SQLite.</param>
internal sealed record NetworkOptions(DirectoryInfo Folder, bool Fresh, int FirstPort, bool Processes, PostgresServer? Postgres);

/// <summary>Starts the three areas, seeds them the first time, and tells how to be someone.</summary>
internal static class Network
{
    private static readonly (string Id, string Name)[] Areas =
    [
        ("brighton-and-hove", "Brighton and Hove"),
        ("east-sussex", "East Sussex"),
        ("west-sussex", "West Sussex"),
    ];

    /// <summary>Runs until asked to stop.</summary>
    public static async Task<int> Run(NetworkOptions options, CancellationToken cancel)
    {
        // Who is asked to stop before the first wait is not waited for by the command line.
        await Task.Yield();
        var watch = Stopwatch.StartNew();
        List<IRunningArea> areas = [];
        try
        {
            foreach (var ports in Areas.Select((_, place) => AreaPorts.Of(options.FirstPort, place))) ports.Demand();
            if (options.Fresh) DataFolder.Clear(options.Folder);
            DataFolder.Make(options.Folder);
            if (options.Postgres is { } server) await server.Prepare(Areas.Select(area => area.Id), options.Fresh, cancel);
            var network = Areas.Select((area, place) => new LocalArea(area.Id, area.Name, AreaPorts.Of(options.FirstPort, place), options.Folder, options.Postgres)).ToList();
            foreach (var area in network)
            {
                var neighbours = network.Except([area]);
                areas.Add(options.Processes ? new AreaProcesses(area, neighbours) : new Cell(area, neighbours));
            }
            await Task.WhenAll(areas.Select(area => area.Start(cancel)));
            var seeded = new List<SeededArea>();
            foreach (var area in areas) seeded.Add(await area.Seed(cancel));
            var now = TimeProvider.System.GetUtcNow();
            await Neighbourhood.Settle(network, seeded.Exists(area => area.New) ? now : now - watch.Elapsed, cancel);
            NetworkFile.Write(options.Folder, areas.Zip(seeded));
            Tell(network, options.Folder, watch.Elapsed);
            await Task.Delay(Timeout.Infinite, cancel);
            return 0;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine("Stopping; the data stays.");
            return 0;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"PeerNet could not start: {fault.Message} Is it running already? Stop it, or give another --port and --data.");
            return 1;
        }
        catch (InvalidOperationException fault)
        {
            // A database of a newer PeerNet, for example.
            Console.Error.WriteLine($"PeerNet could not start: {fault.Message}");
            return 1;
        }
        finally
        {
            await Task.WhenAll(areas.Select(area => area.DisposeAsync().AsTask()));
        }
    }

    private static void Tell(IEnumerable<LocalArea> areas, DirectoryInfo folder, TimeSpan took)
    {
        Console.WriteLine($"\nPeerNet is running, after {took.TotalSeconds:0.0} s.\n");
        foreach (var area in areas) Console.WriteLine($"  {area.Name,-18} {area.Url}");
        Console.WriteLine($"""

            To be someone, take a token from {Path.Combine(folder.ToString(), "network.json")}: each area has a coordinator,
            leads and members there, all made up. These tokens are good on this machine only, and so is this mode.
            Try {areas.First().Url}/docs, or the first page of the README. Ctrl-C stops.
            """);
    }
}
