using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Grains.Durability;

namespace PeerNet.Silo;

/// <summary>
/// Live: the process responds. Ready: its silo has started, is not stopping, and can store something. A database that
/// does not answer is deliberately not checked for: restarting silos would not fix it, and traces and metrics report
/// it.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", Ready);
    }

    private static Results<ContentHttpResult, StatusCodeHttpResult> Ready(
        IHostApplicationLifetime lifetime, StorageState storage)
    {
        return lifetime.ApplicationStarted.IsCancellationRequested
            && !lifetime.ApplicationStopping.IsCancellationRequested && storage.IsAvailable
            ? TypedResults.Text("ready")
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
