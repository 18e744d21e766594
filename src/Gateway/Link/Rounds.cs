namespace PeerNet.Gateway.Link;

/// <summary>Does something again and again; after a fault, more and more seldom until it goes well again.</summary>
internal static class Rounds
{
    /// <summary>Goes on until asked to stop. Each fault is told, with whether it is the first since all was well.</summary>
    public static async Task Keep(TimeSpan round, AreaLinkOptions link, Func<Task> work, Action<Exception, bool> failed, TimeProvider clock, CancellationToken stopping)
    {
        TimeSpan? pause = null;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
                pause = null;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                failed(fault, pause is null);
                pause = link.Again(pause);
            }
            await Task.Delay(pause ?? round, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
