using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Panels;

/// <summary>The form on which a lead sets up a panel or changes the draft.</summary>
internal sealed class SetUpPanelPages : IEndpoints
{
    private const string NewAt = "/groups/{id}/panels/new";
    private const string ChangeAt = "/panels/{id}/change";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(NewAt, ShowNew).ForMembers();
        site.Pages.MapPost(NewAt, SetUp).ForMembers().Within(limits => limits.PanelsPerDay);
        site.Pages.MapGet(ChangeAt, ShowChange).ForMembers();
        site.Pages.MapPost(ChangeAt, Change).ForMembers();
    }

    private static async Task<Shown> ShowNew(
        GroupId id, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadForPanel(id, by.Caller)).Refused(out var refusal, out var group))
            return refusal.ToProblem();
        return Page.Of<SetUpPanelPage, SetUpPanelModel>(
            new(SetUpPanelForm.New(), group, finder.OthersThan(group, home, clock.GetUtcNow())));
    }

    private static async Task<Sent> SetUp(
        GroupId id, IFormCollection form, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadForPanel(id, by.Caller)).Refused(out var refusal, out var group))
            return refusal.ToProblem();
        var sent = SetUpPanelForm.Of(form) with { Version = 0 };
        var page = new SetUpPanelModel(sent, group, finder.OthersThan(group, home, clock.GetUtcNow()));
        return await Put(page, [id, .. GroupsToTick.Read(sent.Groups).Where(other => other != id)], home, by.Caller);
    }

    private static async Task<Shown> ShowChange(PanelId id, Home home, CurrentCaller by)
    {
        if ((await home.Panel(id).Get(by.Caller)).Refused(out var refusal, out var panel)) return refusal.ToProblem();
        return panel.State == PanelState.Draft
            ? Page.Of<SetUpPanelPage, SetUpPanelModel>(new(SetUpPanelForm.Of(panel), null, []))
            : PanelRefusals.Fixed.ToProblem();
    }

    private static async Task<Sent> Change(PanelId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.Panel(id).Get(by.Caller)).Refused(out var refusal, out var panel)) return refusal.ToProblem();
        var page = new SetUpPanelModel(SetUpPanelForm.Of(form) with { Id = id }, null, []);
        return await Put(page, panel.SetUp.Groups, home, by.Caller);
    }

    private static async Task<Sent> Put(
        SetUpPanelModel page, ImmutableArray<GroupId> groups, Home home, Caller by)
    {
        if (page.Form.Read(groups, out var says) is { Count: > 0 } errors) return Again(page, errors);
        var read = page.IsNew ? IfMatch.None : IfMatch.Exactly(page.Form.Version);
        if (!(await home.Panel(page.Form.Id).SetUp(says, read, by)).Refused(out var refusal, out _))
            return PanelPages.Back(page.Form.Id);
        if (refusal.Kind is RefusalKind.VersionNeeded)
            return Again(
                page with { Form = page.Form with { Id = new(Guid.CreateVersion7()) } },
                [new("title", "You have set up that one already. Press the button again to set up another.")]);
        if (refusal.Kind is RefusalKind.Stale && !(await home.Panel(page.Form.Id).Get(by)).Refused(out _, out var now))
            return Again(
                page with { Form = page.Form with { Version = now.Version } },
                [new("title", "Another lead has changed it. Saving it now replaces those changes.")]);
        return refusal.Field is null
            ? refusal.ToProblem()
            : Again(page, [new(refusal.Field, PanelWords.Of(refusal))]);
    }

    private static Sent Again(SetUpPanelModel page, FormErrors errors) =>
        Page.Again<SetUpPanelPage, SetUpPanelModel>(page with { Errors = errors });
}

/// <summary>The form on which a panel is set up or the draft changed.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Founder">The group for which a new one is set up; null to change one.</param>
/// <param name="Others">The area's other groups.</param>
public sealed record SetUpPanelModel(SetUpPanelForm Form, GroupDetails? Founder, IReadOnlyList<Option> Others)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it is a new one.</summary>
    public bool IsNew => Founder is not null;
}
