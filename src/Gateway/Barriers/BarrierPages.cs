using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>The pages on which people read barriers, say "us too" and whether an answer helped.</summary>
internal sealed class BarrierPages : IEndpoints
{
    private static readonly string[] Acts = ["us-too", "helped", "hearing", "additions", "readers", "withdrawal"];

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/barriers", List).ForMembers();
        site.Pages.MapGet("/barriers/{id}", Show).ForMembers();
        foreach (var act in Acts) site.Pages.MapGet($"/barriers/{{id}}/{act}", Back).ForMembers();
        site.Pages.MapPost("/barriers/{id}/us-too", SayUsToo).ForMembers();
        site.Pages.MapPost("/barriers/{id}/helped", SayHelped).ForMembers();
        site.Pages.MapPost("/barriers/{id}/hearing", Hear).ForMembers();
        site.Pages.MapPost("/barriers/{id}/additions", Add).ForMembers();
        site.Pages.MapPost("/barriers/{id}/readers", ChooseReaders).ForMembers();
        site.Pages.MapPost("/barriers/{id}/withdrawal", Withdraw).ForMembers();
    }

    private static async Task<RazorComponentResult> List(
        Home home, KeptCards<BarrierCard> elsewhere, CurrentCaller by, TimeProvider clock)
    {
        var items = await home.Barriers.List(by.Caller);
        var names = await home.ReadNames(items.Select(one => one.Raised!.GroupId), by.Caller);
        var groups = await home.ReadOwnGroups(by.Caller);
        return Page.Of<BarrierListPage, BarrierListModel>(
            new(items, names, groups, elsewhere.List(), London.DayOf(clock.GetUtcNow()))
            {
                Answers = await home.Barriers.CountAnswers(by.Caller),
            });
    }

    private static async Task<Shown> Show(BarrierId id, Home home, CurrentCaller by) =>
        (await home.ReadBarrier(id, by.Caller)).ToPage<BarrierPage, BarrierModel>();

    private static RedirectHttpResult Back(BarrierId id) => TypedResults.LocalRedirect($"/barriers/{id}");

    private static async Task<Sent> SayUsToo(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!GroupId.TryParse(form["groupId"], out var group)) return RequestRefusals.NoSuchAddress.ToProblem();
        return await Sent(id, await home.Barrier(id).SayUsToo(group, by.Caller), form, home, by);
    }

    private static async Task<Sent> SayHelped(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!GroupId.TryParse(form["groupId"], out var group)) return RequestRefusals.NoSuchAddress.ToProblem();
        if (!AnswerId.TryParse(form["answerId"], out var answer)) return RequestRefusals.NoSuchAddress.ToProblem();
        if (Words<Helped>.Find(form.Text("said")) is not { } said)
            return await ShowAgain(id, [new("said", "Choose one of these.")], form, home, by);
        return await Sent(id, await home.Barrier(id).SayHelped(group, new(answer, said), by.Caller), form, home, by);
    }

    private static async Task<Sent> Hear(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!Day.TryRead(form.Text("answerBy"), out var day))
            return await ShowAgain(id, [new("answerBy", "Enter the day.")], form, home, by);
        return await Sent(id, await home.Barrier(id).Hear(new(day), by.Caller), form, home, by);
    }

    private static async Task<Sent> Add(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!AdditionId.TryParse(form["additionId"], out var addition))
            return RequestRefusals.NoSuchAddress.ToProblem();
        return await Sent(id, await home.Barrier(id).Add(addition, new(form.Lines("text")), by.Caller), form, home, by);
    }

    private static async Task<Sent> ChooseReaders(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (Words<Readers>.Find(form.Text("readers")) is not { } readers)
            return RequestRefusals.NoSuchAddress.ToProblem();
        return await Sent(id, await home.Barrier(id).ChooseReaders(new(readers), by.Caller), form, home, by);
    }

    private static async Task<Sent> Withdraw(BarrierId id, IFormCollection form, Home home, CurrentCaller by) =>
        await Sent(id, await home.Barrier(id).Withdraw(by.Caller), form, home, by);

    private static async Task<Sent> Sent(
        BarrierId id, Result<BarrierDetails> sent, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!sent.Refused(out var refusal, out _)) return Back(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        return await ShowAgain(id, BarrierWords.Of(refusal, "you"), form, home, by);
    }

    private static async Task<Sent> ShowAgain(
        BarrierId id, FormErrors errors, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadBarrier(id, by.Caller)).Refused(out var refusal, out var model)) return refusal.ToProblem();
        var typed = form.ToDictionary(field => field.Key, field => $"{field.Value}");
        return Page.Again<BarrierPage, BarrierModel>(model with { Typed = typed, Errors = errors });
    }
}

/// <summary>The open barriers of the area.</summary>
/// <param name="Items">The barriers, those that have waited longest first.</param>
/// <param name="Names">What their groups are called.</param>
/// <param name="Groups">The caller's own groups, for which they can raise one.</param>
/// <param name="Elsewhere">What gets in people's way in other areas.</param>
/// <param name="Today">The day on which it is read.</param>
public sealed record BarrierListModel(
    IReadOnlyList<BarrierDetails> Items,
    IReadOnlyDictionary<GroupId, string> Names,
    IReadOnlyList<Contracts.Members.HomeGroup> Groups,
    Elsewhere<BarrierCard> Elsewhere,
    DateOnly Today)
{
    /// <summary>How many barriers of this year were answered by their date.</summary>
    public required AnswerShares Answers { get; init; }
}
