using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>What the area, and the network, have released, for everybody.</summary>
internal sealed class FiguresPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/figures", Show).AllowAnonymous();
        site.Pages.MapGet("/figures/network", ShowNetwork).AllowAnonymous();
        site.Pages.MapGet("/figures/next", Preview).ForCoordinators();
    }

    private static async Task<RazorComponentResult> Show(Home home) =>
        Page.Of<FiguresPage, ReleasesDetails>(await home.Releases.List());

    private static async Task<Shown> Preview(Home home, CurrentCaller by) =>
        (await home.Releases.Preview(by.Caller)).ToPage<PreviewPage, ReleasePreview>();

    private static async Task<RazorComponentResult> ShowNetwork(Home home, Neighbours neighbours) =>
        Page.Of<NetworkFiguresPage, NetworkFigures>(await home.ReadNetwork(neighbours));
}
