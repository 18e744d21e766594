using PeerNet.Contracts.Members;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>A person's own first page.</summary>
internal sealed class HomePages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/home", Show).ForMembers().KeptOffline();

    private static async Task<Shown> Show(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.FirstPage.GetHome(by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return Page.Of<HomePage, MemberHome>(page.WithCards(finder, clock.GetUtcNow()));
    }
}
