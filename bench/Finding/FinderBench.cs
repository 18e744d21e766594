using System.Diagnostics;
using System.Globalization;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Scenarios;

namespace PeerNet.Bench.Finding;

/// <summary>The finder inside the Gateway's process, up to the bytes of the answer: how it slows with the number of
/// cards, and beside the same questions to PostgreSQL.</summary>
internal static class FinderBench
{
    private const string Settings = "-c shared_buffers=2GB -c work_mem=64MB -c random_page_cost=1.1 -c fsync=off";
    private const int MaxInFile = 100_000;

    // Sizes take turns, so that other work on the machine slows each alike.
    private const int Turn = 20;

    public static async Task<int> Run(IReadOnlyList<int> sizes, int questions, int mostInPostgres)
    {
        List<FilledFinder> finders = [.. sizes.Select(size => new FilledFinder(size))];
        // Warm: the runtime compiles its last time after some thousand calls.
        foreach (var finder in finders) AskAll(finder, Questions.Mix(questions));
        var times = new Dictionary<(int Size, string Sort), Timing>();
        foreach (var (sort, asked) in Questions.All)
        {
            Measure(finders, sort, Repeat(asked, questions / 5), times);
        }
        Measure(finders, "mix", [.. Questions.Mix(questions)], times);
        foreach (var finder in finders) MeasureBothCores(finder, questions);
        await ComparePostgres(finders.Where(finder => finder.Size <= mostInPostgres), questions, times);
        foreach (var finder in finders.Where(finder => finder.Size <= MaxInFile)) finder.MeasureFile();
        foreach (var finder in finders) finder.Dispose();
        return 0;
    }

    private static void Measure(
        List<FilledFinder> finders,
        string sort,
        FinderQuery[] queries,
        Dictionary<(int Size, string Sort), Timing> times)
    {
        foreach (var finder in finders) times[(finder.Size, sort)] = new();
        foreach (var turn in queries.Chunk(Turn))
        {
            foreach (var finder in finders) times[(finder.Size, sort)].Add(turn, query => finder.Ask(query));
        }
        foreach (var finder in finders)
        {
            var timing = times[(finder.Size, sort)];
            var processor = timing.ProcessorMilliseconds;
            Print($"finder {finder.Size} PeerNet {sort}: {timing.Percentiles}, processor {processor:0.000} ms");
        }
        foreach (var (fewer, more) in finders.Zip(finders.Skip(1)))
        {
            var before = times[(fewer.Size, sort)];
            var after = times[(more.Size, sort)];
            var byProcessor = after.ProcessorMilliseconds / before.ProcessorMilliseconds;
            var byMedian = after.Median / before.Median;
            Print($"growth {fewer.Size}-{more.Size} {sort}: p50 {byMedian:0.0}, processor {byProcessor:0.0}");
        }
    }

    private static void MeasureBothCores(FilledFinder finder, int questions)
    {
        var watch = Stopwatch.StartNew();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Questions.Mix(questions), parallel, query => finder.Ask(query));
        var perSecond = questions / watch.Elapsed.TotalSeconds;
        Print($"finder {finder.Size} PeerNet mix {perSecond:0} questions/s on {Environment.ProcessorCount} cores");
    }

    private static async Task ComparePostgres(
        IEnumerable<FilledFinder> finders, int questions, Dictionary<(int Size, string Sort), Timing> times)
    {
        if (!Postgres.IsInstalled || !finders.Any()) return;
        await using var postgres = new Postgres { Settings = Settings };
        foreach (var finder in finders)
        {
            await using var theirs = await PostgresFinder.Fill(await postgres.CreateDatabase(), finder.Size);
            foreach (var (sort, asked) in Questions.All)
            {
                foreach (var query in asked.Take(10)) await theirs.Agree(query, finder.Total(query));
                var timing = new Timing();
                await timing.Add(Repeat(asked, Math.Clamp(questions / 20, 1, 100)), query => theirs.Ask(query));
                Print($"finder {finder.Size} PostgreSQL {sort}: {timing.Percentiles}");
                Print($"ratio finder-{finder.Size}-{sort} {timing.Median / times[(finder.Size, sort)].Median:0.0}");
            }
        }
    }

    private static FinderQuery[] Repeat(FinderQuery[] asked, int count) =>
        [.. Enumerable.Range(0, count).Select(at => asked[at % asked.Length])];

    private static void AskAll(FilledFinder finder, IEnumerable<FinderQuery> queries)
    {
        foreach (var query in queries) finder.Ask(query);
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
