using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.NextSteps;

/// <summary>The page of a next step, on which groups take it on, say what has moved and what became of it.</summary>
internal sealed class StepPages : IEndpoints
{
    private const string At = "/steps/{id}";

    private static readonly string[] Acts =
        ["owner", "news", "done", "kept", "likes", "role-owner", "declined", "role-news", "readers"];

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapGet($"{At}/drop", ShowDrop).ForMembers();
        foreach (var act in Acts) site.Pages.MapGet($"{At}/{act}", Back).ForMembers();
        site.Pages.MapGet($"{At}/take-out", Back).ForCoordinators();
        site.Pages.MapPost($"{At}/owner", TakeOn).ForMembers();
        site.Pages.MapPost($"{At}/news", Tell).ForMembers();
        site.Pages.MapPost($"{At}/done", SayDone).ForMembers();
        site.Pages.MapPost($"{At}/kept", Keep).ForMembers();
        site.Pages.MapPost($"{At}/likes", Like).ForMembers();
        site.Pages.MapPost($"{At}/role-owner", TakeOnAsRole).ForMembers();
        site.Pages.MapPost($"{At}/declined", Decline).ForMembers();
        site.Pages.MapPost($"{At}/role-news", TellAsRole).ForMembers();
        site.Pages.MapPost($"{At}/drop", Drop).ForMembers();
        site.Pages.MapPost($"{At}/readers", Narrow).ForMembers();
        site.Pages.MapPost($"{At}/take-out", TakeOut).ForCoordinators();
    }

    private static async Task<Shown> Show(NextStepId id, Home home, TimeProvider clock, CurrentCaller by) =>
        (await Read(id, home, clock, by)).ToPage<StepPage, StepPageModel>();

    private static async Task<Shown> ShowDrop(NextStepId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, clock, by)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return page.Step.Yours!.CanDrop
            ? Page.Of<DropStepPage, StepPageModel>(page)
            : AccessRefusals.LeadsOnly.ToProblem();
    }

    private static RedirectHttpResult Back(NextStepId id) => TypedResults.LocalRedirect($"/steps/{id}");

    private static async Task<Sent> TakeOn(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var taken = await home.NextStep(id).TakeOn(new(form.Group()), form.ReadVersion(), by.Caller);
        return await Said(id, taken, home, clock, by);
    }

    private static async Task<Sent> SayDone(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by) =>
        await Said(id, await home.NextStep(id).SayDone(by.Caller), home, clock, by);

    private static async Task<Sent> Keep(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by) =>
        await Said(id, await home.NextStep(id).Keep(new(form.Group()), by.Caller), home, clock, by);

    private static async Task<Sent> TakeOnAsRole(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var taken = await home.RoleStep(id).TakeOnAsRole(by.Caller, form.ReadVersion());
        return await Said(id, taken, home, clock, by);
    }

    private static async Task<Sent> Decline(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var reason = form.Lines("reason");
        return await Said(id, await home.RoleStep(id).Decline(new(reason), by.Caller), home, clock, by, reason);
    }

    private static async Task<Sent> TellAsRole(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var text = form.Lines("text");
        var news = NewsId.TryParse(form["newsId"], out var given) ? given : new(Guid.CreateVersion7());
        var told = await home.RoleStep(id).TellAsRole(news, new(text), by.Caller);
        return await Said(id, told.Map(done => done.Answer), home, clock, by, text);
    }

    private static async Task<Sent> Like(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by) =>
        await Said(id, await home.NextStep(id).Like(form.Group(), by.Caller), home, clock, by);

    private static async Task<Sent> Tell(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var text = form.Lines("text");
        var news = NewsId.TryParse(form["newsId"], out var given) ? given : new(Guid.CreateVersion7());
        if (!GroupId.TryParse(form["groupId"], out var group))
            return await ShowAgain(id, NextStepRefusals.Invalid("groupId", "Choose one."), home, clock, by, text);
        var told = await home.NextStep(id).Tell(news, new(group, text), by.Caller);
        return await Said(id, told.Map(done => done.Answer), home, clock, by, text, $"{group}");
    }

    private static async Task<Sent> Drop(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var reason = form.Lines("reason");
        if (!(await home.NextStep(id).Drop(new(reason), by.Caller)).Refused(out var wrong, out _)) return Back(id);
        if (wrong.Field is null) return await ShowAgain(id, wrong, home, clock, by, reason);
        if ((await Read(id, home, clock, by)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<DropStepPage, StepPageModel>(
            page with { Typed = reason, Errors = [new("reason", StepWords.Of(wrong))] });
    }

    private static async Task<Sent> Narrow(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var step = home.NextStep(id);
        if ((await step.Get(by.Caller)).Refused(out var refusal, out var read)) return refusal.ToProblem();
        var narrowed = await step.Write(read.Says with { Readers = Readers.MyArea }, default, by.Caller);
        return await Said(id, narrowed.Map(done => done.Answer), home, clock, by);
    }

    private static async Task<Sent> TakeOut(
        NextStepId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var step = home.NextStep(id);
        var taken = await form.TakeOut(
            step.Get, (words, caller) => step.TakeOut(words, caller), NextStepRefusals.Invalid, by.Caller);
        if (!taken.Refused(out var wrong, out _)) return Back(id);
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await Read(id, home, clock, by)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<StepPage, StepPageModel>(
            page with { TypedWords = form.Text("words"), Errors = FormErrors.Of(wrong, "words") });
    }

    private static async Task<Sent> Said(
        NextStepId id, Result<NextStepDetails> said, Home home, TimeProvider clock, CurrentCaller by,
        string? typed = null, string? typedFor = null) =>
        said.Refused(out var wrong, out _) ? await ShowAgain(id, wrong, home, clock, by, typed, typedFor) : Back(id);

    private static async Task<Sent> ShowAgain(
        NextStepId id, Refusal wrong, Home home, TimeProvider clock, CurrentCaller by, string? typed,
        string? typedFor = null)
    {
        if (!wrong.CanBeMended() && wrong.Kind != RefusalKind.Stale) return wrong.ToProblem();
        if ((await Read(id, home, clock, by)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<StepPage, StepPageModel>(
            page with
            {
                Typed = typed, TypedFor = typedFor, Errors = [new(wrong.Field ?? "standing", StepWords.Of(wrong))],
            });
    }

    private static async Task<Result<StepPageModel>> Read(
        NextStepId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.NextStep(id).Get(by.Caller)).Refused(out var refusal, out var step)) return refusal;
        return new StepPageModel(step, await home.NamesOf([step], by.Caller), London.DayOf(clock.GetUtcNow()));
    }
}

/// <summary>A next step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Names">What its groups are called.</param>
/// <param name="Today">The day.</param>
public sealed record StepPageModel(NextStepDetails Step, GroupNames Names, DateOnly Today)
{
    /// <summary>What the caller typed.</summary>
    public string? Typed { get; init; }

    /// <summary>What the caller typed, if its form is no longer there.</summary>
    public string? NotSaved =>
        Step.Yours is { TellFor: not [] } or { CanTell: true } or { CanDecline: true } ? null : Typed;

    /// <summary>The words to take out, as they were typed.</summary>
    public string? TypedWords { get; init; }

    /// <summary>For which of their groups.</summary>
    public string? TypedFor { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
