using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>How a group has grown, over HTTP.</summary>
internal sealed class TimelineEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var timeline = site.Api.MapGroup("/groups/{id}/timeline").ForMembers().WithTags("Groups");
        timeline.MapGet("", Get)
            .WithSummary("Gets the group's milestones; for its people, and for coordinators if it agrees");
        timeline.MapPut("/shared", Share).WithSummary("Lets the area's coordinators see the group's timeline");
        timeline.MapDelete("/shared", Unshare).WithSummary("Keeps the group's timeline to the group again");
    }

    private static async Task<Results<Ok<GroupTimeline>, ProblemHttpResult>> Get(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Growth.GetTimeline(id, by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> Share(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Timeline(id).Share(true, by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> Unshare(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Timeline(id).Share(false, by.Caller)).ToHttp();
}
