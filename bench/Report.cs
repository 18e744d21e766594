using System.Globalization;
using PeerNet.Bench.Load;

namespace PeerNet.Bench;

/// <summary>One load on both servers.</summary>
internal sealed record Comparison(string Load, Round PeerNet, Round Baseline)
{
    /// <summary>How many times the baseline's requests a second.</summary>
    public double Ratio => PeerNet.PerSecond / Baseline.PerSecond;
}

/// <summary>Prints the table and, last, the ratios.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Comparison> compared)
    {
        Console.WriteLine();
        Console.WriteLine($"{"load",-8}{"server",-10}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"server µs",12}");
        foreach (var comparison in compared)
        {
            Line(comparison.Load, "PeerNet", comparison.PeerNet);
            Line(comparison.Load, "baseline", comparison.Baseline);
        }
        Console.WriteLine();
        foreach (var comparison in compared) Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"ratio {comparison.Load} {comparison.Ratio:0.00}"));
    }

    private static void Line(string load, string server, Round round)
    {
        var p50 = round.P50.TotalMilliseconds;
        var p99 = round.P99.TotalMilliseconds;
        var cpu = round.Cpu.TotalMicroseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{load,-8}{server,-10}{round.PerSecond,12:0}{p50,10:0.00}{p99,10:0.00}{cpu,12:0}"));
    }
}
