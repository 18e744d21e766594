using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The page of a group, here or in another area.</summary>
internal sealed class GroupPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}", Show).AllowAnonymous();
        site.Pages.MapGet("/areas/{area}/groups/{id}", ShowAnywhere).AllowAnonymous();
    }

    private static async Task<Results<RazorComponentResult, ProblemHttpResult>> Show(
        GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<GroupPage, GroupPageModel>(GroupPageModel.AtHome(group, home.Name, by.Caller));
    }

    private static Results<RazorComponentResult, RedirectHttpResult, ProblemHttpResult> ShowAnywhere(
        AreaId area, GroupId id, Home home, GroupSearch finder, Neighbours neighbours, TimeProvider clock)
    {
        if (area == home.Area) return TypedResults.LocalRedirect($"/groups/{id}");
        if (neighbours.All.FirstOrDefault(one => one.Area == area) is not { } neighbour)
            return neighbours.NoSuchArea.ToProblem();
        return finder.FindCard(area, id, clock.GetUtcNow()) is { } card
            ? Page.Of<GroupPage, GroupPageModel>(GroupPageModel.Abroad(card, neighbour))
            : GroupRefusals.NotFound.ToProblem();
    }
}
