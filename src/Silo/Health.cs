using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Silo;

/// <summary>
/// Live: the process responds. Ready: its silo has started and is not stopping. The database is deliberately not
/// checked:
/// restarting silos would not fix it, and traces and metrics report it.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", Ready);
    }

    private static Results<ContentHttpResult, StatusCodeHttpResult> Ready(IHostApplicationLifetime lifetime)
    {
        return lifetime.ApplicationStarted.IsCancellationRequested
            && !lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Text("ready")
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
