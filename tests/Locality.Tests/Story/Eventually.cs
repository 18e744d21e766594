namespace PeerNet.Locality.Tests.Story;

/// <summary>Waiting for what areas tell each other.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Checks repeatedly until the condition holds.</summary>
    public static async Task So(string what, Func<Task<bool>> ask)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ask())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Timeout) Assert.Fail($"It never came to this: {what}.");
            await rounds.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
