using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Meetings;

/// <summary>The pages on which a lead plans, moves and cancels meetings.</summary>
internal sealed class PlanPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/meetings/new", New).ForMembers();
        site.Pages.MapPost("/groups/{id}/meetings/new", PlanNew).ForMembers();
        site.Pages.MapGet("/meetings/{id}/change", Change).ForMembers();
        site.Pages.MapPost("/meetings/{id}/change", Move).ForMembers();
        site.Pages.MapGet("/meetings/{id}/cancel", AskToCancel).ForMembers();
        site.Pages.MapPost("/meetings/{id}/cancel", Cancel).ForMembers();
        site.Pages.MapPost("/meetings/{id}/reinstate", Reinstate).ForMembers();
        site.Pages.MapGet("/meetings/{id}/reinstate", (MeetingId id) => TypedResults.LocalRedirect(UrlOf(id)))
            .ForMembers();
    }

    private static async Task<Sent> New(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<PlanPage, PlanModel>(new(group, new() { Id = new(Guid.CreateVersion7()) }, null));
    }

    private static async Task<Sent> PlanNew(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return await Plan(new(group, PlanForm.Of(form), null), home, by.Caller);
    }

    private static async Task<Sent> Change(MeetingId id, Home home, CurrentCaller by)
    {
        var read = await home.ReadPlanned(id, by.Caller);
        return read.Refused(out var refusal, out var page)
            ? refusal.ToProblem()
            : Page.Of<PlanPage, PlanModel>(page);
    }

    private static async Task<Sent> Move(MeetingId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadPlanned(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return await Plan(page with { Form = PlanForm.Of(form) with { Id = id } }, home, by.Caller);
    }

    private static async Task<Sent> Plan(PlanModel page, Home home, Caller by)
    {
        var errors = page.Form.Read(page.Group, page.Meeting?.Place, out var plan);
        if (errors.Count > 0) return Again(page, errors);
        var read = page.Form.Version == 0 ? IfMatch.None : IfMatch.Exactly(page.Form.Version);
        var planned = await home.Meeting(page.Form.Id).Plan(plan, read, by);
        if (!planned.Refused(out var refusal, out _)) return TypedResults.LocalRedirect(UrlOf(page.Form.Id));
        if (refusal.Kind is RefusalKind.Stale or RefusalKind.VersionNeeded) return Changed(page);
        return refusal.CanBeMended()
            ? Again(page, [new(refusal.Field ?? "heldOn", PlanWords.Of(refusal))])
            : refusal.ToProblem();
    }

    private static async Task<Sent> AskToCancel(MeetingId id, Home home, CurrentCaller by)
    {
        var read = await home.ReadPlanned(id, by.Caller);
        return read.Refused(out var refusal, out var page)
            ? refusal.ToProblem()
            : Page.Of<CancelPage, PlanModel>(page);
    }

    private static async Task<Sent> Cancel(MeetingId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadPlanned(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        var reason = form.Lines("reason");
        var cancelled = await home.Meeting(id).Cancel(new() { Reason = reason.Length > 0 ? reason : null }, by.Caller);
        if (!cancelled.Refused(out refusal, out _)) return TypedResults.LocalRedirect(UrlOf(id));
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        FormErrors errors = [new("reason", PlanWords.Of(refusal))];
        return Page.Again<CancelPage, PlanModel>(page with { Reason = reason, Errors = errors });
    }

    private static async Task<Sent> Reinstate(MeetingId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Meeting(id).Reinstate(by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect(UrlOf(id));
    }

    private static string UrlOf(MeetingId id) => $"/meetings/{id}";

    private static Sent Changed(PlanModel page)
    {
        // Whoever goes back to the form that planned one meeting plans another with it.
        if (page.Meeting is not { } now)
            return Again(
                page with { Form = page.Form with { Id = new(Guid.CreateVersion7()), Version = 0 } },
                [new("heldOn", "You have planned that one already. Press the button again to plan another.")]);
        return Again(
            page with { Form = page.Form with { Version = now.Version } },
            [new("heldOn", "Somebody else has changed this meeting. Saving it now replaces those changes.")]);
    }

    private static Sent Again(PlanModel page, FormErrors errors) =>
        Page.Again<PlanPage, PlanModel>(page with { Errors = errors });
}

/// <summary>The form in which a meeting is planned, moved or cancelled.</summary>
/// <param name="Group">The group.</param>
/// <param name="Form">What is filled in.</param>
/// <param name="Meeting">The meeting as it is; null for a new one.</param>
public sealed record PlanModel(GroupDetails Group, PlanForm Form, MeetingDetails? Meeting)
{
    /// <summary>Why it is cancelled, as it was typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>How many people have said that they are coming, or perhaps.</summary>
    public int Expected => Meeting?.Intentions?.Count(one => one.Intention != Intention.NotComing) ?? 0;
}
