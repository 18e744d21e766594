using System.Diagnostics;
using System.Globalization;

namespace PeerNet.Bench;

/// <summary>How long each of many questions took, and what they cost the processor on average. On a busy machine the
/// processor's time is the steadier of the two.</summary>
internal sealed class Timing
{
    private readonly List<double> milliseconds = [];
    private TimeSpan processor;

    public double Median => milliseconds.Order().ElementAt(milliseconds.Count / 2);

    public double ProcessorMilliseconds => processor.TotalMilliseconds / milliseconds.Count;

    public double Slowest1Percent => milliseconds.Order().ElementAt(milliseconds.Count * 99 / 100);

    /// <summary>Measures some more.</summary>
    public void Add<T>(IEnumerable<T> questions, Action<T> ask)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            ask(question);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        processor += Environment.CpuUsage.TotalTime - before;
    }

    /// <summary>Measures some more, without processor time, because another process does the work.</summary>
    public async Task Add<T>(IEnumerable<T> questions, Func<T, Task> ask)
    {
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(question);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>Counts another's measurements too.</summary>
    public void Add(Timing other) => milliseconds.AddRange(other.milliseconds);

    /// <summary>The median and the slowest hundredth.</summary>
    public string Percentiles =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Median:0.000} ms, p99 {Slowest1Percent:0.00} ms");
}
