using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Notices;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>
/// The pages on which people read what is said to be in the way, doubt it, or say that it has changed.
/// </summary>
internal sealed class LimitPages : IEndpoints
{
    private static readonly string[] Acts = ["dispute", "change", "check"];

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/limits", List).ForMembers();
        site.Pages.MapGet("/limits/{id}", Show).ForMembers();
        foreach (var act in Acts) site.Pages.MapGet($"/limits/{{id}}/{act}", Back).ForMembers();
        site.Pages.MapPost("/limits/{id}/dispute", Dispute).ForMembers();
        site.Pages.MapPost("/limits/{id}/change", Change).ForMembers();
        site.Pages.MapPost("/limits/{id}/check", Check).ForCoordinators();
        site.Pages.MapGet("/limits/{id}/take-out", Back).ForCoordinators();
        site.Pages.MapPost("/limits/{id}/take-out", TakeOut).ForCoordinators();
    }

    private static async Task<RazorComponentResult> List(Home home, CurrentCaller by) =>
        Page.Of<LimitListPage, LimitListModel>(new(await home.Barriers.ListLimits(by.Caller)));

    private static async Task<Shown> Show(LimitId id, Home home, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var model)) return refusal.ToProblem();
        await home.MarkRead(by.Caller, notice => notice.LimitId == id);
        return Page.Of<LimitPage, LimitModel>(model);
    }

    private static RedirectHttpResult Back(LimitId id) => TypedResults.LocalRedirect($"/limits/{id}");

    private static async Task<Sent> Dispute(LimitId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!GroupId.TryParse(form["groupId"], out var group)) return RequestRefusals.NoSuchAddress.ToProblem();
        return await Sent(id, await home.Limit(id).Dispute(group, new(form.Lines("why")), by.Caller), form, home, by);
    }

    private static async Task<Sent> Change(LimitId id, IFormCollection form, Home home, CurrentCaller by) =>
        await Sent(id, await home.Limit(id).Change(new(form.Lines("whatChanged")), by.Caller), form, home, by);

    private static async Task<Sent> Check(LimitId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var check = new CheckLimit(form.Text("who"), form.Lines("how"));
        return await Sent(id, await home.Limit(id).Check(check, by.Caller), form, home, by);
    }

    private static async Task<Sent> TakeOut(LimitId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var limit = home.Limit(id);
        var taken = await form.TakeOut(limit.Get, limit.TakeOut, LimitRefusals.Invalid, by.Caller);
        return await Sent(id, taken, form, home, by);
    }

    private static async Task<Sent> Sent(
        LimitId id, Result<LimitDetails> sent, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!sent.Refused(out var refusal, out _)) return Back(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if ((await Read(id, home, by.Caller)).Refused(out var gone, out var model)) return gone.ToProblem();
        var typed = form.ToDictionary(field => field.Key, field => $"{field.Value}");
        return Page.Again<LimitPage, LimitModel>(
            model with { Typed = typed, Errors = BarrierWords.Of(refusal, "you") });
    }

    private static async Task<Result<LimitModel>> Read(LimitId id, Home home, Caller by)
    {
        if ((await home.Limit(id).Get(by)).Refused(out var refusal, out var limit)) return refusal;
        var names = await home.ReadNames(limit.Disputes.Select(dispute => dispute.GroupId), by);
        return new LimitModel(limit, names, await home.ReadOwnGroups(by));
    }
}

/// <summary>What roles say is in the way, in the area.</summary>
/// <param name="Items">The limits, those that most barriers rest on first.</param>
public sealed record LimitListModel(IReadOnlyList<LimitDetails> Items);

/// <summary>One limit on its page.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Names">What the groups are called that doubt it.</param>
/// <param name="Groups">The caller's groups.</param>
public sealed record LimitModel(
    LimitDetails Limit, IReadOnlyDictionary<GroupId, string> Names, IReadOnlyList<HomeGroup> Groups)
{
    /// <summary>What was typed, by the name of its control.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Where it is.</summary>
    public string Url => $"/limits/{Limit.Id}";

    /// <summary>Whether anything can still be said about it.</summary>
    public bool IsInTheWay => Limit.State != LimitState.Changed;

    /// <summary>What the caller typed, if its form is no longer there.</summary>
    public string? NotSaved
    {
        get
        {
            if (CanDispute.Count == 0 && Typed.TryGetValue("why", out var why)) return why;
            if (!Limit.CanChange && Typed.TryGetValue("whatChanged", out var changed)) return changed;
            return !Limit.CanCheck && Typed.TryGetValue("how", out var how) ? how : null;
        }
    }

    /// <summary>The caller's groups that have not doubted it.</summary>
    public IReadOnlyList<HomeGroup> CanDispute =>
        [.. Groups.Where(group => IsInTheWay && Limit.Disputes.All(dispute => dispute.GroupId != group.Id))];
}
