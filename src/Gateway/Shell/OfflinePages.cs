using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Gateway.Shell;

/// <summary>What works without a signal: the service worker, its own page, and what waits on a phone.</summary>
internal sealed class OfflinePages : IEndpoints
{
    /// <summary>The service worker, which serves every page of this site.</summary>
    public const string WorkerUrl = "/service-worker.js";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(WorkerUrl, SendWorker).AllowAnonymous();
        site.Pages.MapGet("/offline", ShowOffline).AllowAnonymous();
        site.Pages.MapGet("/waiting", ShowWaiting).AllowAnonymous();
    }

    private static FileContentHttpResult SendWorker(HttpRequest request, HttpResponse response) =>
        PageAssets.SendFresh("service-worker.js", request, response);

    private static RazorComponentResult ShowOffline() => Page.Of<OfflinePage>();

    private static RazorComponentResult ShowWaiting() => Page.Of<WaitingPage>();
}

/// <summary>Marks pages that a phone keeps, so that they open without a signal.</summary>
internal static class KeptPages
{
    /// <summary>The header that tells the phone to keep a page.</summary>
    public const string Header = "X-Keep-Offline";

    /// <summary>Lets phones keep the page, but not what is shown instead of it.</summary>
    public static RouteHandlerBuilder KeptOffline(this RouteHandlerBuilder endpoint)
    {
        return endpoint.AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var shown = answer is INestedHttpResult nested ? nested.Result : answer;
            if (shown is RazorComponentResult { StatusCode: StatusCodes.Status200OK })
                context.HttpContext.Response.Headers[Header] = "1";
            return answer;
        });
    }
}
