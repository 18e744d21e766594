using System.Diagnostics;

namespace PeerNet.Local;

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
    public static async Task<int> Run(DirectoryInfo folder, bool fresh, int firstPort, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        if (fresh) DataFolder.Clear(folder);
        DataFolder.Make(folder);
        var cells = Areas.Select((area, place) => new Cell(area.Id, area.Name, firstPort + place, folder)).ToList();
        try
        {
            await Task.WhenAll(cells.Select(cell => cell.Start(cancel)));
            var seeded = new List<SeededArea>();
            foreach (var cell in cells) seeded.Add(await Seed.Apply(cell, cancel));
            NetworkFile.Write(folder, cells.Zip(seeded));
            Tell(cells.Zip(seeded), folder, watch.Elapsed);
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
            foreach (var cell in cells) await cell.DisposeAsync();
        }
    }

    private static void Tell(IEnumerable<(Cell Cell, SeededArea Seeded)> areas, DirectoryInfo folder, TimeSpan took)
    {
        Console.WriteLine($"\nPeerNet is running, after {took.TotalSeconds:0.0} s.\n");
        foreach (var (cell, _) in areas) Console.WriteLine($"  {cell.Name,-18} {cell.Url}");
        Console.WriteLine($"""

            To be someone, take a token from {Path.Combine(folder.ToString(), "network.json")}: each area has a coordinator,
            leads and members there, all made up. These tokens are good on this machine only, and so is this mode.
            Try {areas.First().Cell.Url}/docs, or the first page of the README. Ctrl-C stops.
            """);
    }
}
