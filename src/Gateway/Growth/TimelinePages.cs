using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>How a group has grown, for its people, and for coordinators if it agrees.</summary>
internal sealed class TimelinePages : IEndpoints
{
    private const string At = "/groups/{id}/timeline";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Share).ForMembers();
        site.Pages.MapGet($"{At}/room", ShowToRoom).ForMembers();
    }

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var model = new TimelineModel(group);
        if (!(await home.Growth.GetTimeline(id, by.Caller)).Refused(out refusal, out var timeline))
            return Page.Of<TimelinePage, TimelineModel>(model with { Timeline = timeline });
        // A coordinator has done nothing wrong by looking.
        return refusal.Code == GroupRefusals.TimelineNotShared.Code
            ? Page.Of<TimelinePage, TimelineModel>(model)
            : refusal.ToProblem();
    }

    // What a group shows is in the address alone: it chooses again each time.
    private static async Task<Shown> ShowToRoom(GroupId id, Home home, CurrentCaller by, HttpRequest request)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        if ((await home.Growth.GetTimeline(id, by.Caller)).Refused(out refusal, out var timeline))
            return refusal.ToProblem();
        if (!group.IsOwn()) return GroupRefusals.TimelineNotShared.ToProblem();
        var chosen = request.Query["show"].OfType<string>().ToHashSet();
        var shown = timeline.Items.Where(item => chosen.Contains(Words<Milestone>.Of(item.Milestone)));
        return Page.Of<TimelineRoomPage, TimelineRoomModel>(new(group, [.. shown]));
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Share(
        GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Timeline(id).Share(form["shared"] == "true", by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect($"/groups/{id}/timeline");
    }
}

/// <summary>How a group has grown.</summary>
/// <param name="Group">The group.</param>
public sealed record TimelineModel(GroupDetails Group)
{
    /// <summary>Its milestones; null for a coordinator to whom the group does not show them.</summary>
    public GroupTimeline? Timeline { get; init; }

    /// <summary>Whether the caller belongs to the group, and can show it to a room.</summary>
    public bool IsOwn => Group.IsOwn();

    /// <summary>Whether the caller decides who sees it.</summary>
    public bool IsLed => Group.IsLed();
}

/// <summary>What a group shows of its growth to a room.</summary>
/// <param name="Group">The group.</param>
/// <param name="Shown">The milestones that it has chosen, oldest first.</param>
public sealed record TimelineRoomModel(GroupDetails Group, IReadOnlyList<ReachedMilestone> Shown);
