using System.CommandLine;
using PeerNet.Bench.Servers;

namespace PeerNet.Bench;

/// <summary>Measures PeerNet against a minimal endpoint with plain SQL, in one run, on one database server.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // Started by itself: the server under load is a process of its own.
        if (args is [ServerProcess.Word, var which, .. var rest]) return ServerProcess.Serve(which, rest);
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each load on each server, alternating", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "Length of a round", DefaultValueFactory = _ => 4 };
        var warmUp = new Option<double>("--warm-up") { Description = "Seconds of each load on each server before the first round", DefaultValueFactory = _ => 10 };
        var workers = new Option<int>("--workers") { Description = "Requests under way at once, in loads other than the hot meeting", DefaultValueFactory = _ => 32 };
        var only = new Option<string?>("--only") { Description = "One load: spread, hot or reads" };
        var root = new RootCommand("Measures PeerNet and the baseline side by side.") { rounds, seconds, warmUp, workers, only };
        root.SetAction(parsed => Bench.Run(new(
            parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(warmUp)), parsed.GetValue(workers), parsed.GetValue(only))));
        root.Add(TheFinder());
        root.Add(Visibility());
        return root.Parse(args).InvokeAsync();
    }

    private static Command Visibility()
    {
        var network = new Option<FileInfo>("--network") { Description = "network.json of a running local network", DefaultValueFactory = _ => new(".peernet/network.json") };
        var times = new Option<int>("--times") { Description = "Groups founded", DefaultValueFactory = _ => 100 };
        var visible = new Command("visible", "Measures how soon a new group is found at home and abroad.") { network, times };
        visible.SetAction(parsed => Finding.Visible.Run(parsed.GetValue(network)!, parsed.GetValue(times)));
        return visible;
    }

    private static Command TheFinder()
    {
        var sizes = new Option<int[]>("--sizes") { Description = "How many cards", DefaultValueFactory = _ => [1_000, 10_000, 100_000, 1_000_000], AllowMultipleArgumentsPerToken = true };
        var questions = new Option<int>("--questions") { Description = "Questions of all sorts", DefaultValueFactory = _ => 4_000 };
        var most = new Option<int>("--most-in-postgres") { Description = "The most cards that PostgreSQL is asked about too", DefaultValueFactory = _ => 100_000 };
        var finder = new Command("finder", "Measures the finder beside PostgreSQL's full text.") { sizes, questions, most };
        finder.SetAction(parsed => Finding.FinderBench.Run(parsed.GetValue(sizes)!, parsed.GetValue(questions), parsed.GetValue(most)));
        return finder;
    }
}

/// <summary>How long and how hard to measure.</summary>
internal sealed record BenchOptions(int Rounds, TimeSpan Round, TimeSpan WarmUp, int Workers, string? Only);
