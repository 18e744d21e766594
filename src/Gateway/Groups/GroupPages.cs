using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Notices;
using PeerNet.Gateway.Practices;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The page of a group of this area, on which people join and leave it.</summary>
internal sealed class GroupPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}", Show).AllowAnonymous();
        site.Pages.MapGet("/groups/{id}/join", Back).AllowAnonymous();
        site.Pages.MapGet("/groups/{id}/leave", Back).AllowAnonymous();
        site.Pages.MapPost("/groups/{id}/join", Join).ForMembers();
        site.Pages.MapPost("/groups/{id}/leave", Leave).ForMembers();
    }

    /// <summary>The page of a group of any area, on the site of this one.</summary>
    public static string UrlOf(AreaId area, GroupId id, AreaId home) =>
        area == home ? $"/groups/{id}" : $"/areas/{area}/groups/{id}";

    /// <summary>The part of the page that says how the caller stands with the group.</summary>
    public static string UrlOf(GroupId id) => $"/groups/{id}#you";

    /// <summary>
    /// The page again, with what could not be done; a refusal of what the caller may not do at all has a page of its
    /// own.
    /// </summary>
    public static async Task<Sent> ShowAgain(
        GroupId id, Refusal wrong, Home home, Neighbours neighbours, TimeProvider clock, CurrentCaller by)
    {
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var page = GroupPageModel.AtHome(group, home, neighbours, clock, by.Caller);
        return Page.Again<GroupPage, GroupPageModel>(page with { Errors = FormErrors.Of(wrong, "you") });
    }

    private static async Task<Shown> Show(
        GroupId id, Home home, Neighbours neighbours, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        await home.MarkRead(by.Caller, one =>
            one.Kind is NoticeKind.JoinAccepted or NoticeKind.JoinDeclined && one.GroupId == id);
        var page = GroupPageModel.AtHome(group, home, neighbours, clock, by.Caller);
        return Page.Of<GroupPage, GroupPageModel>(
            page with { IsAskedForPractice = page.IsLed && await IsAskedForPractice(id, home, by.Caller) });
    }

    private static async Task<bool> IsAskedForPractice(GroupId id, Home home, Caller by) =>
        (await home.Notices(by.Member!.Value).List(by)).Any(notice => notice.AsksForPractice(id));

    private static RedirectHttpResult Back(GroupId id) => TypedResults.LocalRedirect(UrlOf(id));

    private static async Task<Sent> Join(
        GroupId id, IFormCollection form, Home home, Neighbours neighbours, TimeProvider clock, CurrentCaller by)
    {
        return (await home.Group(id).Join(by.Caller.Member!.Value, new(), by.Caller)).Refused(out var refusal, out _)
            ? await ShowAgain(id, refusal, home, neighbours, clock, by)
            : TypedResults.LocalRedirect(UrlOf(id));
    }

    private static async Task<Sent> Leave(
        GroupId id, IFormCollection form, Home home, Neighbours neighbours, TimeProvider clock, CurrentCaller by)
    {
        return (await home.Group(id).Leave(by.Caller.Member!.Value, by.Caller)).Refused(out var refusal, out _)
            ? await ShowAgain(id, refusal, home, neighbours, clock, by)
            : TypedResults.LocalRedirect(UrlOf(id));
    }
}
