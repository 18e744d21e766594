namespace PeerNet.Silo;

/// <summary>Work that a silo does at every interval.</summary>
internal static class Repeat
{
    /// <summary>
    /// Runs work at once and then at every interval until it is stopped. A failure is reported by its type, and the
    /// next run comes at its usual time.
    /// </summary>
    public static async Task Every(
        TimeSpan interval, TimeProvider clock, Func<CancellationToken, Task> work, Action<string?> failed,
        CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await work(stopping);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed(fault.GetType().FullName);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
