using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// The forms with which leads keep a gathering for their group, and keepers begin, close and cancel it, or take a name
/// out.
/// </summary>
internal sealed class KeepingPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var gathering = site.Pages.MapGroup("/gatherings/{id}").ForMembers();
        foreach (var form in (string[])["keep", "decline", "open", "close", "take-out"])
            gathering.MapGet($"/{form}", Back);
        gathering.MapPost("/keep", Keep);
        gathering.MapPost("/decline", Decline);
        gathering.MapPost("/open", Open);
        gathering.MapPost("/close", Close);
        gathering.MapPost("/take-out", TakeOut);
        gathering.MapGet("/cancel", AskToCancel);
        gathering.MapPost("/cancel", Cancel);
    }

    private static RedirectHttpResult Back(GatheringId id) => TypedResults.LocalRedirect($"/gatherings/{id}");

    private static async Task<Sent> Keep(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if (!GroupId.TryParse(form["groupId"], out var group)) return GatheringRefusals.GroupNotFound.ToProblem();
        return (await home.Gathering(id).Keep(group, by.Caller)).Refused(out var refusal, out _)
            ? await GatheringPages.ShowAgain(id, "now", refusal, home, clock, by)
            : Back(id);
    }

    private static async Task<Sent> Decline(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if (!GroupId.TryParse(form["groupId"], out var group)) return GatheringRefusals.GroupNotFound.ToProblem();
        return (await home.Gathering(id).GiveUp(group, by.Caller)).Refused(out var refusal, out _)
            ? await GatheringPages.ShowAgain(id, "now", refusal, home, clock, by)
            : Back(id);
    }

    private static async Task<Sent> Open(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await home.Gathering(id).Open(by.Caller)).Refused(out var refusal, out _)
            ? await GatheringPages.ShowAgain(id, "now", refusal, home, clock, by)
            : Back(id);
    }

    private static async Task<Sent> Close(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await home.Gathering(id).Close(by.Caller)).Refused(out var refusal, out _)
            ? await GatheringPages.ShowAgain(id, "now", refusal, home, clock, by)
            : Back(id);
    }

    private static async Task<Sent> TakeOut(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var taken = await form.TakeOut(
            home.Gathering(id).Get, (words, caller) => home.Questions(id).TakeOut(words, caller),
            GatheringRefusals.Invalid, by.Caller);
        if (!taken.Refused(out var wrong, out _)) return Back(id);
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await home.ReadGathering(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return Page.Again<GatheringPage, GatheringModel>(
            page with { TypedWords = form.Text("words"), Errors = wrong.At("words") });
    }

    private static async Task<Shown> AskToCancel(GatheringId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await ReadCancellable(id, home, clock, by)).Refused(out var refusal, out var page)
            ? refusal.ToProblem()
            : Page.Of<CancelGatheringPage, CancelGatheringModel>(new(page, ""));
    }

    private static async Task<Sent> Cancel(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await ReadCancellable(id, home, clock, by)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var reason = form.Lines("reason");
        if (!(await home.Gathering(id).Cancel(new(reason), by.Caller)).Refused(out refusal, out _)) return Back(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        return Page.Again<CancelGatheringPage, CancelGatheringModel>(
            new(page with { Errors = refusal.At("reason") }, reason));
    }

    private static Task<Result<GatheringModel>> ReadCancellable(
        GatheringId id, Home home, TimeProvider clock, CurrentCaller by) =>
        home.ReadFor(page => page.Gathering.CanCancel, id, clock, by.Caller);
}

/// <summary>The form in which a gathering is cancelled.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Reason">Why, as it was typed.</param>
public sealed record CancelGatheringModel(GatheringModel Page, string Reason);
