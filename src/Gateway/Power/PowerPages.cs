using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Power;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Power;

/// <summary>The page on which the people of a group see who does what, and hand it on.</summary>
internal sealed class PowerPages : IEndpoints
{
    private const string At = "/groups/{id}/power";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Hold).ForMembers();
        foreach (var act in (string[])["offer", "taking", "end"])
            site.Pages.MapGet($"{At}/{{holdId}}/{act}", Back).ForMembers();
        site.Pages.MapPost($"{At}/{{holdId}}/offer", Offer).ForMembers();
        site.Pages.MapPost($"{At}/{{holdId}}/taking", Take).ForMembers();
        site.Pages.MapPost($"{At}/{{holdId}}/end", End).ForMembers();
    }

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by, RoleHoldId? change = null)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        var own = page.Power.Yours.FirstOrDefault(one => one.Id == change);
        return Page.Of<PowerPage, PowerModel>(own is null ? page : page with { Form = RoleForm.Of(own) });
    }

    private static RedirectHttpResult Back(GroupId id, RoleHoldId holdId) =>
        TypedResults.LocalRedirect($"/groups/{id}/power");

    private static async Task<Sent> Hold(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var sent = RoleForm.Of(form);
        if (sent.Read(out var says) is { Count: > 0 } errors) return await Again(id, sent, errors, home, by);
        if ((await home.Power(id).GetPower(by.Caller)).Refused(out var refusal, out var power))
            return refusal.ToProblem();
        // Whoever holds that role already changes what they have said of it.
        var known = power.FindYours(says.Role)?.Id;
        var hold = known ?? (power.Yours.Any(one => one.Id == sent.Id) ? RoleForm.NewId() : sent.Id);
        return await Said(id, await home.Power(id).HoldRole(hold, says, by.Caller), sent, home, by);
    }

    private static async Task<Sent> Offer(
        GroupId id, RoleHoldId holdId, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, await home.Power(id).OfferRole(holdId, by.Caller), RoleForm.New(), home, by);

    private static async Task<Sent> Take(
        GroupId id, RoleHoldId holdId, IFormCollection form, Home home, CurrentCaller by)
    {
        var next = RoleForm.Of(form);
        return await Said(id, await home.Power(id).TakeRole(holdId, new(next.Id), by.Caller), next, home, by);
    }

    private static async Task<Sent> End(
        GroupId id, RoleHoldId holdId, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, await home.Power(id).EndRole(holdId, by.Caller), RoleForm.New(), home, by);

    private static async Task<Sent> Said(
        GroupId id, Result<GroupPowerDetails> said, RoleForm form, Home home, CurrentCaller by)
    {
        if (!said.Refused(out var wrong, out _)) return TypedResults.LocalRedirect($"/groups/{id}/power");
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        // The ID was used for another role, or for one that is over: this is another one.
        if (wrong.Code == PowerRefusals.Differs.Code || wrong.Code == PowerRefusals.State.Code)
            form = form with { Id = RoleForm.New().Id };
        var control = wrong.Code == PowerRefusals.Overlaps.Code ? "since" : "role";
        return await Again(id, form, [new(wrong.Field ?? control, PowerWords.Of(wrong))], home, by);
    }

    private static async Task<Sent> Again(
        GroupId id, RoleForm form, FormErrors errors, Home home, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<PowerPage, PowerModel>(page with { Form = form, Errors = errors });
    }

    private static async Task<Result<PowerModel>> Read(GroupId id, Home home, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        if ((await home.Power(id).GetPower(by)).Refused(out refusal, out var power)) return refusal;
        return new PowerModel(group, power);
    }
}

/// <summary>Who does what in a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Power">Who holds which role now.</param>
public sealed record PowerModel(GroupDetails Group, GroupPowerDetails Power)
{
    /// <summary>What was typed.</summary>
    public RoleForm Form { get; init; } = RoleForm.New();

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the caller can say that somebody else no longer does something.</summary>
    public bool IsLed => Group.IsLed();
}
