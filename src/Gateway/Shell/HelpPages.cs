using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Gateway.Shell;

/// <summary>Where to turn in a crisis; asks no grain, so that it is there when nothing else is.</summary>
internal sealed class HelpPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/help-now", Show).AllowAnonymous();

    private static RazorComponentResult Show() => Page.Of<HelpNowPage>();
}
