using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway;
using PeerNet.Gateway.Finder;
using PeerNet.Scenarios;

namespace PeerNet.Bench.Finding;

/// <summary>The finder inside the Gateway's process, up to the bytes of the answer, beside the same questions to PostgreSQL.</summary>
internal static class FinderBench
{
    private const int Page = 1_000;

    public static async Task<int> Run(IReadOnlyList<int> sizes, int questions, int mostInPostgres)
    {
        await using var postgres = new Postgres { Settings = "-c shared_buffers=2GB -c work_mem=64MB -c random_page_cost=1.1 -c fsync=off" };
        foreach (var size in sizes)
        {
            var ours = Ours(size, questions);
            if (!Postgres.IsInstalled || size > mostInPostgres) continue;
            await using var theirs = await PostgresFinder.Fill(await postgres.CreateDatabase(), size);
            foreach (var (sort, asked) in Questions.All)
            {
                foreach (var query in asked.Take(10)) await theirs.Agree(query, ours.Totals[query]);
                var times = await Measured(Math.Min(questions / 20, 100), at => theirs.Ask(asked[at % asked.Length]));
                Tell($"finder {size} PostgreSQL {sort}", times);
                Console.WriteLine(Line($"ratio finder-{size}-{sort} {Median(times) / Median(ours.Times[sort]):0.0}"));
            }
        }
        return 0;
    }

    private static (Dictionary<string, List<double>> Times, Dictionary<FinderQuery, int> Totals) Ours(int size, int questions)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (folder, watch) = (Directory.CreateTempSubdirectory("peernet-finder-bench-"), Stopwatch.StartNew());
        using var finder = Made(null);
        Fill(finder, size);
        Console.WriteLine(Line($"finder {size} index built in {watch.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB"));
        if (size <= 100_000) Keep(folder, size);
        watch.Restart();
        finder.TurnTo(Cards.Now.AddDays(1));
        Console.WriteLine(Line($"finder {size} turned to another day in {watch.Elapsed.TotalSeconds:0.00} s"));
        finder.TurnTo(Cards.Now);

        // Warm: the runtime compiles its last time after some thousand calls.
        foreach (var query in Questions.Mix(questions)) Ask(finder, query);
        var times = new Dictionary<string, List<double>>();
        foreach (var (sort, asked) in Questions.All) Tell($"finder {size} PeerNet {sort}", times[sort] = [.. Enumerable.Range(0, questions / 5).Select(at => Time(() => Ask(finder, asked[at % asked.Length])))]);
        List<double> mix = [.. Questions.Mix(questions).Select(query => Time(() => Ask(finder, query)))];
        Tell($"finder {size} PeerNet mix", mix);
        watch.Restart();
        Parallel.ForEach(Questions.Mix(questions), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, query => Ask(finder, query));
        Console.WriteLine(Line($"finder {size} PeerNet mix {questions / watch.Elapsed.TotalSeconds:0} questions/s on {Environment.ProcessorCount} cores"));
        folder.Delete(recursive: true);
        return (times, Questions.All.Values.SelectMany(asked => asked.Take(10)).ToDictionary(query => query, query => finder.Find(query, Cards.Now).Total));
    }

    private static void Keep(DirectoryInfo folder, int size)
    {
        var file = Path.Combine(folder.FullName, "finder.db");
        var watch = Stopwatch.StartNew();
        using (var kept = Made(file)) Fill(kept, size);
        Console.WriteLine(Line($"finder {size} kept in a file in {watch.Elapsed.TotalSeconds:0.0} s, {new FileInfo(file).Length / 1e6:0} MB"));
        watch.Restart();
        using var again = Made(file);
        Console.WriteLine(Line($"finder {size} read again in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static void Fill(Gateway.Finder.Finder finder, int size)
    {
        var change = 0L;
        foreach (var page in Cards.Make(size).Chunk(Page))
        {
            foreach (var area in page.GroupBy(card => card.Area)) finder.Apply(area.Key, new([.. area.Select(card => new CardChange(CardState.Updated, card.Id, ++change, card))], new("feed", change), false), Cards.Now);
        }
    }

    private static Gateway.Finder.Finder Made(string? file)
    {
        var options = new GatewayOptions { Area = Cards.Areas[0].Value, Finder = new() { File = file, MostCards = 10_000_000 } };
        foreach (var area in Cards.Areas[1..]) options.Neighbours.Add(new() { Area = area.Value, Url = new($"https://{area}.example"), Link = new($"https://{area}.example") });
        return new(Options.Create(options), new Stopped(), NullLogger<Gateway.Finder.Finder>.Instance);
    }

    private static int Ask(Gateway.Finder.Finder finder, FinderQuery query) => JsonSerializer.SerializeToUtf8Bytes(finder.Find(query, Cards.Now), PeerNetJson.Options).Length;

    private static async Task<List<double>> Measured(int count, Func<int, Task> ask)
    {
        var times = new List<double>();
        for (var at = 0; at < count; at++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(at);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }

    private static double Time(Func<int> ask)
    {
        var start = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Tell(string what, List<double> times) =>
        Console.WriteLine(Line($"{what}: p50 {Median(times):0.00} ms, p99 {times.Order().ElementAt(times.Count * 99 / 100):0.00} ms"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Cards.Now;
    }
}
