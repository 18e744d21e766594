using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Practices;

/// <summary>The page of a practice, on which groups agree to it, say thank you or withdraw it.</summary>
internal sealed class PracticePages : IEndpoints
{
    private const string At = "/practice/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        foreach (var act in (string[])["agreement", "thanks", "withdrawal"])
            site.Pages.MapGet($"{At}/{act}", Back).ForMembers();
        site.Pages.MapPost($"{At}/agreement", Agree).ForMembers();
        site.Pages.MapPost($"{At}/thanks", Thank).ForMembers();
        site.Pages.MapPost($"{At}/withdrawal", Withdraw).ForMembers();
    }

    private static async Task<Shown> Show(PracticeId id, Home home, CurrentCaller by) =>
        (await Read(id, home, by.Caller)).ToPage<PracticePage, PracticeModel>();

    private static RedirectHttpResult Back(PracticeId id) => TypedResults.LocalRedirect($"/practice/{id}");

    private static async Task<Sent> Agree(PracticeId id, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, await home.Practice(id).Agree(form.Group(), by.Caller), home, by);

    private static async Task<Sent> Thank(PracticeId id, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, await home.Practice(id).Thank(form.Group(), by.Caller), home, by);

    private static async Task<Sent> Withdraw(PracticeId id, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, await home.Practice(id).Withdraw(by.Caller), home, by);

    private static async Task<Sent> Said(PracticeId id, Result<PracticeDetails> said, Home home, CurrentCaller by)
    {
        if (!said.Refused(out var wrong, out _)) return Back(id);
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<PracticePage, PracticeModel>(
            page with { Errors = [new("standing", PracticeWords.Of(wrong))] });
    }

    private static async Task<Result<PracticeModel>> Read(PracticeId id, Home home, Caller by)
    {
        if ((await home.Practice(id).Get(by)).Refused(out var refusal, out var practice)) return refusal;
        GroupId[] groups = [.. practice.Told?.Groups ?? [], .. practice.Yours.ThankFor];
        return new PracticeModel(practice, await home.ReadNames(groups, by), home.Name);
    }
}

/// <summary>A practice.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="Names">What its groups, and those of the caller that can say thank you, are called.</param>
/// <param name="AreaName">The area.</param>
public sealed record PracticeModel(
    PracticeDetails Practice, IReadOnlyDictionary<GroupId, string> Names, string AreaName)
{
    /// <summary>What could not be done.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
