using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>What a person sees first, over HTTP.</summary>
internal sealed class HomeEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/members/me/home", Get)
            .ForMembers()
            .WithTags("Members")
            .WithSummary("Gets your groups here and in other areas, when they next meet, and what is waiting for you");
    }

    private static async Task<Results<Ok<MemberHome>, ProblemHttpResult>> Get(
        Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        return (await home.FirstPage.GetHome(by.Caller))
            .Map(page => page.WithCards(finder, clock.GetUtcNow()))
            .ToHttp();
    }
}
