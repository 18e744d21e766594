using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway;

/// <summary>Live: this process answers. Ready: its area answers too.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(Home home, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return RequestRefusals.AreaUnreachable.ToProblem(StatusCodes.Status503ServiceUnavailable);
        await home.Grain.Ping().WaitAsync(Patience, clock);
        return TypedResults.Text("ready");
    }
}
