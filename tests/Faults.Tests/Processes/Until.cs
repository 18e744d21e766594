namespace PeerNet.Faults.Tests.Processes;

/// <summary>Waits for what other processes do, by checking a condition repeatedly.</summary>
internal static class Until
{
    // Seconds are those of a machine that does nothing else. What hangs, hangs for ever.
    private const int Busy = 4;

    /// <summary>Asks until it is so, and returns how long that took.</summary>
    public static async Task<TimeSpan> True(
        string what, double seconds, Func<Task<bool>> ask, int everyMilliseconds = 50)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(everyMilliseconds));
        while (!await ask())
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(seconds * Busy))
                Assert.Fail($"Not within {seconds * Busy} s: {what}.");
            await rounds.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>One turn of a clock, for a sender who was asked to come back later.</summary>
    public static async Task Later(TimeSpan pause)
    {
        using var clock = new PeriodicTimer(pause);
        await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
