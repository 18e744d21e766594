using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The pages on which a lead or a coordinator plans a gathering, and changes when and where it is.</summary>
internal sealed class PlanGatheringPages : IEndpoints
{
    private const string At = "/gatherings/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, New).ForMembers();
        site.Pages.MapPost(At, PlanNew).ForMembers().Within(limits => limits.GatheringsPerDay);
        site.Pages.MapGet("/gatherings/{id}/change", Change).ForMembers();
        site.Pages.MapPost("/gatherings/{id}/change", ChangePlan).ForMembers();
    }

    private static async Task<Shown> New(
        Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by, string? group = null,
        string? linked = null)
    {
        if ((await ReadFounder(group, home, by.Caller)).Refused(out var refusal, out var founder))
            return refusal.ToProblem();
        var others = finder.OthersThan(founder, home, clock.GetUtcNow());
        var earlier = await Earlier([founder.Id], home, by.Caller);
        // Where another area asks, it says what the room begins with.
        var form = linked is null
            ? PlanGatheringForm.New() with { Previous = LastOf(earlier) }
            : await FormFor(linked, home, by.Caller);
        return Page.Of<PlanGatheringPage, PlanGatheringModel>(
            new(form, founder, others) { Earlier = earlier, Lenses = await Lenses(home, by.Caller) });
    }

    private static async Task<Sent> PlanNew(
        IFormCollection form, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await ReadFounder(form["group"], home, by.Caller)).Refused(out var refusal, out var founder))
            return refusal.ToProblem();
        var sent = PlanGatheringForm.Of(form);
        var others = finder.OthersThan(founder, home, clock.GetUtcNow());
        var page = new PlanGatheringModel(sent, founder, others)
        {
            Earlier = await Earlier([founder.Id], home, by.Caller),
            Lenses = await Lenses(home, by.Caller),
        };
        if (sent.Read([founder.Id, .. GroupsToTick.Read(sent.Groups)], out var plan) is { Count: > 0 } errors)
            return Again(page, errors);
        return await Put(page, plan, IfMatch.None, home, by.Caller);
    }

    private static async Task<Shown> Change(GatheringId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await ReadChangeable(id, home, clock, by)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return Page.Of<PlanGatheringPage, PlanGatheringModel>(
            new(PlanGatheringForm.Of(page.Gathering), null, [])
            {
                Earlier = await EarlierThan(page.Gathering, home, by.Caller),
                Lenses = await Lenses(home, by.Caller),
            });
    }

    private static async Task<Sent> ChangePlan(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await ReadChangeable(id, home, clock, by)).Refused(out var refusal, out var kept))
            return await WhyNot(refusal, id, home, clock, by);
        var page = new PlanGatheringModel(PlanGatheringForm.Of(form) with { Id = id }, null, [])
        {
            Earlier = await EarlierThan(kept.Gathering, home, by.Caller),
            Lenses = await Lenses(home, by.Caller),
        };
        if (page.Form.Read(kept.Gathering.Plan.Groups, out var plan) is { Count: > 0 } errors)
            return Again(page, errors);
        // Where there is none to choose, the form does not ask for the gathering before it.
        var changed = form.ContainsKey("previous") ? plan : plan with { Previous = kept.Gathering.Plan.Previous };
        return await Put(page, changed, IfMatch.Exactly(page.Form.Version), home, by.Caller);
    }

    private static async Task<Sent> Put(
        PlanGatheringModel page, PlanGathering plan, IfMatch read, Home home, Caller by)
    {
        if (!(await home.Gathering(page.Form.Id).Put(plan, read, by)).Refused(out var refusal, out _))
            return TypedResults.LocalRedirect($"/gatherings/{page.Form.Id}");
        if (refusal.Kind is RefusalKind.VersionNeeded)
            return Again(
                page with { Form = page.Form with { Id = new(Guid.CreateVersion7()) } },
                [new("title", "You have planned that one already. Press the button again to plan another.")]);
        if (refusal.Kind is RefusalKind.Stale
            && !(await home.Gathering(page.Form.Id).Get(by)).Refused(out _, out var now))
            return Again(
                page with { Form = page.Form with { Version = now.Version } },
                [new("title", "Somebody else has changed the plan. Saving it now replaces those changes.")]);
        return refusal.CanBeMended() ? Again(page, refusal.At("title")) : refusal.ToProblem();
    }

    private static async Task<PlanGatheringForm> FormFor(string? linked, Home home, Caller by)
    {
        if (!GatheringId.TryParse(linked, out var id)) return PlanGatheringForm.New();
        return (await home.LinkedRoom(id).Get(by)).Refused(out _, out var asked)
            ? PlanGatheringForm.New()
            : PlanGatheringForm.For(asked);
    }

    private static Task<Result<GatheringModel>> ReadChangeable(
        GatheringId id, Home home, TimeProvider clock, CurrentCaller by) =>
        home.ReadFor(page => page.Gathering.CanChange, id, clock, by.Caller);

    // A lead may have said that they keep it while a coordinator, who takes names out of it, was typing.
    private static async Task<Sent> WhyNot(
        Refusal refusal, GatheringId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadWithSteps(id, clock, by.Caller)).Refused(out _, out var page)
            || !page.Gathering.CanTakeOut || !page.IsToCome
            || page.Groups.All(group => group.Keeper.State != KeeperState.Keeping)) return refusal.ToProblem();
        return Page.Again<GatheringPage, GatheringModel>(
            page with { Errors = [new("now", "A lead keeps it now. Ask them to change the plan.")] });
    }

    // Whoever plans it leads the first of its groups, or coordinates the area: they see who has asked to join it.
    private static async Task<Result<GroupDetails>> ReadFounder(string? text, Home home, Caller by)
    {
        if (!GroupId.TryParse(text, out var id)) return RequestRefusals.NoSuchAddress;
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        return group.Asked is null ? GatheringRefusals.LeadsOnly : group;
    }

    // Those of its groups, and the one that is chosen even if it is cancelled, so that saving does not lose it.
    private static async Task<IReadOnlyList<GatheringLine>> EarlierThan(
        GatheringDetails gathering, Home home, Caller by)
    {
        var lines = await Earlier(gathering.Plan.Groups, home, by, gathering.Plan.Previous);
        return [.. lines.Where(line => line.Id != gathering.Id)];
    }

    private static async Task<IReadOnlyList<GatheringLine>> Earlier(
        ImmutableArray<GroupId> groups, Home home, Caller by, GatheringId? chosen = null)
    {
        var lists = await Task.WhenAll(groups.Select(group => home.Gatherings.ListOf(group, by)));
        var lines = lists.SelectMany(list => list.Refused(out _, out var found) ? [] : found);
        return [.. lines.Where(line => line.State != GatheringState.Cancelled || line.Id == chosen)
            .DistinctBy(line => line.Id).OrderByDescending(line => line.HeldOn)];
    }

    // One that nobody has described yet has nothing to lie on a table.
    private static async Task<IReadOnlyList<Option>> Lenses(Home home, Caller by)
    {
        return [.. (await home.Lenses.List(by)).Where(one => !one.Lens.Steps.IsEmpty)
            .Select(one => new Option($"{one.Id}", one.Lens.Name, one.Lens.Makers))];
    }

    // What nobody has begun leaves no steps behind.
    private static string LastOf(IReadOnlyList<GatheringLine> latestFirst)
    {
        var last = latestFirst.FirstOrDefault(line => line.State is GatheringState.Open or GatheringState.Closed);
        return last is null ? "" : $"{last.Id}";
    }

    private static Sent Again(PlanGatheringModel page, FormErrors errors) =>
        Page.Again<PlanGatheringPage, PlanGatheringModel>(page with { Errors = errors });
}

/// <summary>The form in which a gathering is planned, or its plan changed.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Founder">The group that plans a new one; null to change one.</param>
/// <param name="Others">The groups that can hold it too.</param>
public sealed record PlanGatheringModel(
    PlanGatheringForm Form, GroupDetails? Founder, IReadOnlyList<Option> Others)
{
    /// <summary>Other gatherings of its groups, one of which may have come before it; the latest first.</summary>
    public IReadOnlyList<GatheringLine> Earlier { get; init; } = [];

    /// <summary>The lenses of the area that can lie on the tables.</summary>
    public IReadOnlyList<Option> Lenses { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
