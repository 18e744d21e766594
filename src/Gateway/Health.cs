using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway;

/// <summary>Live: the process responds. Ready: its area's silos respond too.</summary>
internal sealed class Health : IEndpoints
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous();
        site.Pages.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(
        Home home, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || !home.Connected.IsCompleted)
            return RequestRefusals.AreaUnreachable.ToProblem(StatusCodes.Status503ServiceUnavailable);
        await home.Grain.Ping().WaitAsync(Timeout, clock);
        return TypedResults.Text("ready");
    }
}
