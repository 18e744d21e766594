namespace PeerNet.Browser.Tests;

/// <summary>Waiting for what a page or an area does in its own time; what never comes fails the test.</summary>
internal static class Until
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Looks ten times a second until it is so, for three minutes or as long as is given.</summary>
    public static async Task So(Func<Task<bool>> isSo, TimeSpan? timeLimit = null)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(timeLimit ?? Timeout);
        while (!await isSo()) await often.WaitForNextTickAsync(timeout.Token);
    }
}
