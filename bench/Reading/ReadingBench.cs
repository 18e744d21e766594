using System.Globalization;
using PeerNet.Bench.Load;
using PeerNet.Local;
using PeerNet.Scenarios;

namespace PeerNet.Bench.Reading;

/// <summary>
/// What a coordinator and a member see first, beside plain SQL, for areas with more and more meetings.
/// </summary>
internal static class ReadingBench
{
    // Nothing is written while it measures.
    private const string Settings = "-c fsync=off -c max_wal_size=8GB -c shared_buffers=512MB";

    public static async Task<int> Run(ReadingOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("peernet-bench-");
        try
        {
            await using var postgres = new Postgres { Settings = Settings };
            var tokens = new LocalTokens(World.Area, folder);
            Print(
                $"{"engine",-12}{"question",-10}{"meetings",10}{"p50 ms",10}{"p99 ms",10}{"plain p50",12}{"plain "
                    + "p99",12}{"ratio",10}");
            foreach (var engine in Postgres.IsInstalled ? new[] { "sqlite", "postgresql" } : ["sqlite"])
            {
                if (options.Only is { } only && only != engine) continue;
                var pairs = new List<ReadingPair>();
                try
                {
                    foreach (var meetings in options.Meetings)
                    {
                        var size = new ReadingSize(options.Groups, options.People, meetings);
                        Console.WriteLine(
                            $"{engine}: {size.Groups} groups, {size.People} people, {size.Meetings} meetings");
                        var databases = (await Create(), await Create());
                        pairs.Add(await ReadingPair.Start(
                            ReadingArea.Make(size), size, databases, tokens, options.Recount));
                    }
                    await Compare(pairs, options);
                }
                finally
                {
                    foreach (var pair in pairs) await pair.DisposeAsync();
                }

                async Task<string> Create()
                {
                    return engine == "sqlite"
                        ? $"Data Source={Path.Combine(folder.FullName, $"{Guid.CreateVersion7()}.db")}"
                        : await postgres.CreateDatabase();
                }
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Asks one question for all sizes before the next, so that other work slows all of them alike. Each is printed as
    /// soon as it is measured.
    /// </summary>
    private static async Task Compare(List<ReadingPair> pairs, ReadingOptions options)
    {
        foreach (var place in Enumerable.Range(0, pairs[0].Questions.Count))
        {
            foreach (var pair in pairs)
            {
                await Ask(pair.PeerNet, pair.Questions[place], options.WarmUp);
                await Ask(pair.Plain, pair.Questions[place], options.WarmUp);
            }
            var ours = pairs.Select(_ => new List<Round>()).ToList();
            var theirs = pairs.Select(_ => new List<Round>()).ToList();
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var (which, pair) in pairs.Index())
                {
                    ours[which].Add(await Ask(pair.PeerNet, pair.Questions[place], options.RoundLength));
                    theirs[which].Add(await Ask(pair.Plain, pair.Questions[place], options.RoundLength));
                }
            }
            var us = ours.Select(Round.Median).ToList();
            foreach (var (which, pair) in pairs.Index())
                Console.WriteLine(Line(pair, pair.Questions[place], us[which], Round.Median(theirs[which])));
            Print($"factor {pairs[0].Engine} {pairs[0].Questions[place].Name} {us[^1].P50 / us[0].P50:0.00}");
        }

        Task<Round> Ask(Door door, Question question, TimeSpan length)
        {
            return Loads.Steady(
                options.Workers, length,
                random => question.Ask(door, question.Callers[random.Next(question.Callers.Count)]));
        }
    }

    private static string Line(ReadingPair pair, Question question, Round us, Round them)
    {
        return Text($"{pair.Engine,-12}{question.Name,-10}{pair.Meetings,10}{us.P50.TotalMilliseconds,10:0.0}{
            us.P99.TotalMilliseconds,10:0.0}{them.P50.TotalMilliseconds,12:0.0}{them.P99.TotalMilliseconds,12:0.0}{
            them.P50 / us.P50,10:0.0}");
    }

    private static void Print(FormattableString text) => Console.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How much there is to read, and how long to measure.</summary>
/// <param name="Groups">Groups.</param>
/// <param name="People">People.</param>
/// <param name="Meetings">Meetings that are logged, one area for each number.</param>
/// <param name="Rounds">Rounds of each question on each server, taking turns.</param>
/// <param name="RoundLength">The length of a round.</param>
/// <param name="WarmUp">How long each question is asked before the first round.</param>
/// <param name="Workers">Concurrent requests.</param>
/// <param name="Recount">Whether to compare the figures with a recount before measuring.</param>
/// <param name="Only">The one engine; null for both.</param>
internal sealed record ReadingOptions(
    int Groups, int People, int[] Meetings, int Rounds, TimeSpan RoundLength, TimeSpan WarmUp, int Workers,
    bool Recount, string? Only = null)
{
    /// <summary>The run whose figures count.</summary>
    public static ReadingOptions Full { get; } = new(
        2_000, 50_000, [10_000, 100_000], 3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), Workers: 2,
        Recount: false);

    /// <summary>The same steps in seconds, for a test.</summary>
    public static ReadingOptions Quick { get; } = new(
        4, 100, [40], 1, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.1), Workers: 2, Recount: true);
}
