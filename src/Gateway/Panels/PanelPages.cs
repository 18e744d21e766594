using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Panels;

/// <summary>The panels of a group, and the page of one; for leads alone.</summary>
internal sealed class PanelPages : IEndpoints
{
    private const string At = "/panels/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/panels", List).ForMembers();
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapGet($"{At}/print", Print).ForMembers();
        foreach (var act in (string[])["agreed", "end"])
            site.Pages.MapGet($"{At}/{act}", (PanelId id) => Back(id)).ForMembers();
        site.Pages.MapPost($"{At}/agreed", Agree).ForMembers();
        site.Pages.MapPost($"{At}/end", End).ForMembers();
    }

    /// <summary>To the page of a panel.</summary>
    public static RedirectHttpResult Back(PanelId id) => TypedResults.LocalRedirect($"/panels/{id}");

    private static async Task<Shown> List(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.ReadForPanel(id, by.Caller)).Refused(out var refusal, out var group))
            return refusal.ToProblem();
        if ((await home.Panels.List(id, by.Caller)).Refused(out refusal, out var panels)) return refusal.ToProblem();
        return Page.Of<PanelListPage, PanelListModel>(new(group, panels));
    }

    private static async Task<Shown> Show(PanelId id, Home home, CurrentCaller by) =>
        (await home.ReadPanel(id, by.Caller)).ToPage<PanelPage, PanelModel>();

    private static async Task<Shown> Print(PanelId id, Home home, CurrentCaller by) =>
        (await home.ReadPanel(id, by.Caller)).ToPage<PanelPrintPage, PanelModel>();

    private static async Task<Sent> Agree(PanelId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!(await home.Panel(id).Agree(form.ReadVersion(), by.Caller)).Refused(out var wrong, out _)) return Back(id);
        if (wrong.Kind is not (RefusalKind.Stale or RefusalKind.VersionNeeded)) return wrong.ToProblem();
        if ((await home.ReadPanel(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<PanelPage, PanelModel>(page with { Errors = [new("standing", PanelWords.Of(wrong))] });
    }

    // Once it is gone nobody knows whose it was.
    private static async Task<Sent> End(PanelId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadPanel(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return (await home.Panel(id).End(by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect(page.ListUrl);
    }
}

/// <summary>The panels of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Panels">Its panels.</param>
public sealed record PanelListModel(GroupDetails Group, PanelList Panels);
