using PeerNet.Bench.Baseline;
using PeerNet.Bench.Load;
using PeerNet.Bench.Servers;
using PeerNet.Scenarios;

namespace PeerNet.Bench;

/// <summary>
/// One run: a database server, two servers on it, the same people and groups in both, and each load on each in turn.
/// </summary>
internal static class Bench
{
    // As durable as in production. The log may grow large before a checkpoint, so that no round has one while another
    // does not.
    private const string Durable =
        "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_wal_size=8GB -c checkpoint_timeout=30min "
        + "-c shared_buffers=512MB";

    public static async Task<int> Run(BenchOptions options)
    {
        if (!Postgres.IsInstalled)
        {
            await Console.Error.WriteLineAsync("PostgreSQL is not installed. Get it with: apt-get install postgresql");
            return 1;
        }
        var folder = Directory.CreateTempSubdirectory("peernet-bench-");
        try
        {
            await using var postgres = new Postgres { Settings = Durable };
            var world = World.Make(folder, options.Groups);
            await using var peernet =
                await ServerProcess.Start("peernet", await postgres.CreateDatabase(), world.Tokens.PublicKeyFile);
            var plain = await postgres.CreateDatabase();
            await using var baseline = await ServerProcess.Start("baseline", plain, world.Tokens.PublicKeyFile);
            using var ours = new Door("PeerNet", peernet);
            using var theirs = new Door("baseline", baseline);
            Console.WriteLine(
                $"Seeding {world.Crews.Count} groups of {World.CrewSize} and {world.Hot.Count} of {World.HotSize}.");
            await Seed.Fill(ours, world);
            await BaselineSeed.Copy(ours, world, plain);
            await Agreement.Check(ours, theirs, world);
            var loads = Loads.Of(world, options.Workers)
                .Where(load => options.Only is null || options.Only == load.Name)
                .ToList();
            Report.Print(await Compare(loads, ours, theirs, options));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Comparison>> Compare(
        IReadOnlyList<Load.Load> loads, Door ours, Door theirs, BenchOptions options)
    {
        foreach (var load in loads)
        {
            await load.Run(ours, options.WarmUp);
            await load.Run(theirs, options.WarmUp);
        }
        var compared = new List<Comparison>();
        foreach (var load in loads)
        {
            var us = new List<Round>();
            var them = new List<Round>();
            for (var round = 0; round < options.Rounds; round++)
            {
                us.Add(await load.Measure(ours, options.RoundLength));
                them.Add(await load.Measure(theirs, options.RoundLength));
                Console.WriteLine($"{load.Name} {round
                    + 1}/{options.Rounds}: PeerNet {us[^1].PerSecond:0}/s, baseline {them[^1].PerSecond:0}/s");
            }
            compared.Add(new(load.Name, Round.Median(us), Round.Median(them)));
        }
        return compared;
    }
}
