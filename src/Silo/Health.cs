using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Silo;

/// <summary>Live: this process answers. Ready: its silo has started and is not about to stop; whether the database is well is told by traces and metrics, not here, because restarting silos would not mend it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", Ready);
    }

    private static Results<ContentHttpResult, StatusCodeHttpResult> Ready(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Text("ready")
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
