using System.Collections.Concurrent;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>How many requests were sent and what became of them.</summary>
internal sealed class Tally
{
    private int requests, acknowledged, retries, unanswered;
    private long slowest;

    public int Requests => requests;

    public int Acknowledged => acknowledged;

    public int Retries => retries;

    /// <summary>The connection broke, as when the Gateway itself was killed.</summary>
    public int Unanswered => unanswered;

    public TimeSpan Slowest => TimeSpan.FromTicks(slowest);

    /// <summary>Responses that must never occur: 500, or a 503 without Retry-After.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Definite noes.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    public void Add(Answer answer, string path)
    {
        Interlocked.Increment(ref requests);
        if (answer.Status == 0) Interlocked.Increment(ref unanswered);
        if (answer.Status >= 500 && (answer.Status != 503 || answer.RetryAfter is null))
            Faults.Enqueue($"{answer.Status} {path} {answer.Body}");
        long seen;
        while ((seen = Volatile.Read(ref slowest)) < answer.Took.Ticks
            && Interlocked.CompareExchange(ref slowest, answer.Took.Ticks, seen) != seen) { }
    }

    public void Settled(Answer answer, int tries)
    {
        Interlocked.Add(ref retries, tries - 1);
        if (answer.Acknowledged) Interlocked.Increment(ref acknowledged);
        else Refusals.Enqueue($"{answer.Status} {answer.Body}");
    }
}
