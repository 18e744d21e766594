using Polly;
using Polly.Retry;

namespace PeerNet.Gateway.Link;

/// <summary>Runs work periodically, backing off after failures.</summary>
internal static class PeriodicWork
{
    /// <summary>
    /// Runs until it is stopped. Reports every failure, and whether it is the first since the last success.
    /// </summary>
    public static async Task Run(
        TimeSpan interval, RetryStrategyOptions backoff, Func<Task> work, Action<Exception, bool> failed,
        TimeProvider clock, CancellationToken stopping)
    {
        backoff.ShouldHandle =
            attempt => ValueTask.FromResult(attempt.Outcome.Exception is not null && !stopping.IsCancellationRequested);
        backoff.OnRetry = attempt =>
        {
            failed(attempt.Outcome.Exception!, attempt.AttemptNumber == 0);
            return ValueTask.CompletedTask;
        };
        var untilItSucceeds = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(backoff).Build();
        while (!stopping.IsCancellationRequested)
        {
            await untilItSucceeds.ExecuteAsync(async _ => await work(), stopping)
                .AsTask()
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
