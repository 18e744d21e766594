using System.CommandLine;
using PeerNet.Bench.Finding;
using PeerNet.Bench.Pages;
using PeerNet.Bench.Reading;
using PeerNet.Bench.Servers;

namespace PeerNet.Bench;

/// <summary>Measures PeerNet against a minimal endpoint with plain SQL, in one run, on one database server.</summary>
internal static class Program
{
    private static readonly Option<bool> Quick = new("--quick")
    {
        Description = "A run of seconds, which shows that the bench works and measures nothing",
        Recursive = true,
    };

    private static Task<int> Main(string[] args)
    {
        // Started by itself: the server under load is a process of its own.
        if (args is [ServerProcess.Word, var which, .. var rest]) return ServerProcess.Serve(which, rest);
        var full = BenchOptions.Full;
        var rounds = Number("--rounds", "Rounds of each load on each server, alternating", full.Rounds);
        var seconds = Number("--seconds", "Length of a round", full.RoundLength.TotalSeconds);
        var warmUp =
            Number("--warm-up", "Seconds of each load on each server before the first round", full.WarmUp.TotalSeconds);
        var workers = Number("--workers", "Concurrent requests, in loads other than the hot meeting", full.Workers);
        var only = new Option<string?>("--only") { Description = "One load: spread, hot or reads" };
        var root = new RootCommand(
            "Measures PeerNet and the baseline side by side.") { rounds, seconds, warmUp, workers, only, Quick };
        root.SetAction(parsed => Bench.Run((parsed.GetValue(Quick) ? BenchOptions.Quick : full with
        {
            Rounds = parsed.GetValue(rounds),
            RoundLength = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            WarmUp = TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
            Workers = parsed.GetValue(workers),
        }) with { Only = parsed.GetValue(only) }));
        root.Add(TheFinder());
        root.Add(Visibility());
        root.Add(Reading());
        root.Add(ThePages());
        return root.Parse(args).InvokeAsync();
    }

    private static Command Visibility()
    {
        var network = RunningNetwork();
        var times = Number("--times", "Groups founded", 100);
        var visible = new Command(
            "visible", "Measures how soon a new group is found at home and in the other areas.") { network, times };
        visible.SetAction(
            parsed => Visible.Run(parsed.GetValue(network)!, parsed.GetValue(Quick) ? 2 : parsed.GetValue(times)));
        return visible;
    }

    private static Command ThePages()
    {
        var network = RunningNetwork();
        var times = Number("--times", "How often each page is opened", 100);
        var pages = new Command(
            "pages", "Measures how long pages take, and what a first visit loads.") { network, times };
        pages.SetAction(parsed =>
            PagesBench.Run(parsed.GetValue(network)!, parsed.GetValue(Quick) ? 2 : parsed.GetValue(times)));
        return pages;
    }

    private static Option<FileInfo> RunningNetwork() => new("--network")
    {
        Description = "network.json of a running local network",
        DefaultValueFactory = _ => new(".peernet/network.json"),
    };

    private static Command Reading()
    {
        var full = ReadingOptions.Full;
        var meetings = new Option<int[]>("--meetings")
        {
            Description = "How many meetings are logged, one area for each number",
            DefaultValueFactory = _ => full.Meetings,
            AllowMultipleArgumentsPerToken = true,
        };
        var groups = Number("--groups", "How many groups", full.Groups);
        var people = Number("--people", "How many people", full.People);
        var rounds = Number("--rounds", "Rounds of each question on each server, alternating", full.Rounds);
        var seconds = Number("--seconds", "Length of a round", full.RoundLength.TotalSeconds);
        var workers = Number("--workers", "Concurrent requests", full.Workers);
        var recount = Number("--recount", "Compares the figures with a recount first", full.Recount);
        var only = new Option<string?>("--only") { Description = "One engine: sqlite or postgresql" };
        var reading = new Command("reading", "Measures growth, the overview and home beside plain SQL.")
        {
            meetings, groups, people, rounds, seconds, workers, recount, only,
        };
        reading.SetAction(parsed => ReadingBench.Run((parsed.GetValue(Quick) ? ReadingOptions.Quick : full with
        {
            Meetings = parsed.GetValue(meetings)!,
            Groups = parsed.GetValue(groups),
            People = parsed.GetValue(people),
            Rounds = parsed.GetValue(rounds),
            RoundLength = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            Workers = parsed.GetValue(workers),
            Recount = parsed.GetValue(recount),
        }) with { Only = parsed.GetValue(only) }));
        return reading;
    }

    private static Command TheFinder()
    {
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "How many cards",
            DefaultValueFactory = _ => [1_000, 10_000, 100_000, 1_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var questions = Number("--questions", "Questions of all sorts", 4_000);
        var most = Number("--most-in-postgres", "The most cards that PostgreSQL is asked about too", 100_000);
        var finder =
            new Command("finder", "Measures the finder beside PostgreSQL's full text.") { sizes, questions, most };
        finder.SetAction(parsed => parsed.GetValue(Quick)
            ? FinderBench.Run([1_000], 100, 1_000)
            : FinderBench.Run(parsed.GetValue(sizes)!, parsed.GetValue(questions), parsed.GetValue(most)));
        return finder;
    }

    private static Option<T> Number<T>(string name, string description, T usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}

/// <summary>How long and how hard to measure.</summary>
/// <param name="Rounds">Rounds of each load on each server.</param>
/// <param name="RoundLength">The length of a round.</param>
/// <param name="WarmUp">How long each load runs on each server before the first round.</param>
/// <param name="Workers">Concurrent requests, in loads other than the hot meeting.</param>
/// <param name="Groups">Groups of the usual size that the servers hold.</param>
/// <param name="Only">The one load to run; null for all.</param>
internal sealed record BenchOptions(
    int Rounds, TimeSpan RoundLength, TimeSpan WarmUp, int Workers, int Groups, string? Only = null)
{
    /// <summary>The run whose figures count.</summary>
    public static BenchOptions Full { get; } =
        new(5, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), Workers: 32, Groups: 100);

    /// <summary>The same steps in seconds, for a test.</summary>
    public static BenchOptions Quick { get; } =
        new(1, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.2), Workers: 8, Groups: 4);
}
