using System.Diagnostics;
using System.Text.RegularExpressions;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>
/// The bench runs, and PeerNet and what it is measured against still give the same answers; how fast they are is no
/// test.
/// </summary>
[Collection(SharedNetwork.Name)]
public sealed class BenchTests(SharedNetwork shared)
{
    [Fact]
    public async Task Each_load_runs_on_both_servers_and_ends_in_a_ratio()
    {
        var printed = await Bench("--quick");
        foreach (var load in (string[])["spread", "hot", "reads"])
            Assert.Matches($@"(?m)^ratio {load} \d+\.\d\d$", printed);
    }

    [Fact]
    public async Task The_finder_is_measured_beside_postgresql()
    {
        var printed = await Bench("finder", "--quick");
        foreach (var sort in (string[])["unfiltered", "text", "when", "near", "none"])
            Assert.Matches($@"(?m)^ratio finder-1000-{sort} \d+\.\d$", printed);
    }

    [Fact]
    public async Task What_people_see_first_is_measured_beside_plain_sql()
    {
        var printed = await Bench("reading", "--quick", "--only", "sqlite");
        foreach (var question in (string[])["growth", "overview", "home"])
            Assert.Matches($@"(?m)^factor sqlite {question} 1\.00$", printed);
    }

    [Fact]
    public async Task How_soon_a_group_is_found_is_measured_in_each_area()
    {
        var network = await shared.Running();
        var printed = await Bench("visible", "--quick", "--network", network.NetworkFile);
        Assert.Equal(3, Regex.Count(printed, @"(?m)^visible [a-z-]+ p50 \d+ ms, p99 \d+ ms, of 2$"));
    }

    private static async Task<string> Bench(params string[] arguments)
    {
        Postgres.Demand();
        var start = new ProcessStartInfo(
            Running.PathOf("PeerNet.Bench"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var bench = Process.Start(start)!;
        try
        {
            var output = bench.StandardOutput.ReadToEndAsync();
            var errors = bench.StandardError.ReadToEndAsync();
            await bench.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
            Assert.True(bench.ExitCode == 0, $"{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            bench.Kill(entireProcessTree: true);
        }
    }
}
