namespace PeerNet.Bench.Load;

/// <summary>The result of one round of a load.</summary>
internal sealed record Round(int Requests, double PerSecond, TimeSpan P50, TimeSpan P99)
{
    /// <summary>
    /// Processor time that the server used for one request; unlike the rest, it hardly depends on who else is on the
    /// machine.
    /// </summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>Summarises the times of the requests, which together took as long as given.</summary>
    public static Round Of(IEnumerable<TimeSpan> times, TimeSpan took)
    {
        var sorted = times.Order().ToList();
        return new(
            sorted.Count, sorted.Count / took.TotalSeconds, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);
    }

    /// <summary>The median of each figure.</summary>
    public static Round Median(IReadOnlyCollection<Round> rounds) =>
        new(
            rounds.Sum(r => r.Requests),
            Middle(rounds.Select(r => r.PerSecond)),
            Middle(rounds.Select(r => r.P50)),
            Middle(rounds.Select(r => r.P99))) { Cpu = Middle(rounds.Select(r => r.Cpu)) };

    private static T Middle<T>(IEnumerable<T> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
