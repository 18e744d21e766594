using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Worries;

/// <summary>The pages on which coordinators read, act on and answer worries, and writers follow theirs.</summary>
internal sealed class WorryPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/worries", List).ForCoordinators();
        site.Pages.MapGet("/worries/mine", ListMine).ForMembers();
        site.Pages.MapGet("/worries/{id}", Show).ForMembers();
        site.Pages.MapGet("/worries/{id}/people", ShowPeople).ForCoordinators();
        site.Pages.MapGet("/worries/{id}/action", Back).ForMembers();
        site.Pages.MapGet("/worries/{id}/answer", Back).ForMembers();
        site.Pages.MapPost("/worries/{id}/action", Act).ForCoordinators();
        site.Pages.MapPost("/worries/{id}/answer", Answer).ForCoordinators();
    }

    private static async Task<RazorComponentResult> List(HttpRequest request, Home home, CurrentCaller by)
    {
        var state = Words<WorryState>.Find($"{request.Query["state"]}") ?? WorryState.Waiting;
        return Page.Of<WorryListPage, WorryListModel>(new(state, await home.Worries.List(state, by.Caller)));
    }

    private static async Task<RazorComponentResult> ListMine(Home home, CurrentCaller by) =>
        Page.Of<WorryListPage, WorryListModel>(new(null, await home.Worries.ListMine(by.Caller)));

    private static async Task<Shown> Show(WorryId id, Home home, CurrentCaller by)
    {
        return (await home.Worry(id).Get(by.Caller)).Refused(out var refusal, out var worry)
            ? refusal.ToProblem()
            : Page.Of<WorryPage, WorryModel>(new(worry));
    }

    private static async Task<Shown> ShowPeople(WorryId id, Home home, CurrentCaller by)
    {
        if ((await home.Worry(id).Get(by.Caller)).Refused(out var refusal, out var worry)) return refusal.ToProblem();
        var subject = worry.About == WorrySubject.Person ? new MemberId(worry.SubjectId) : (MemberId?)null;
        return Page.Of<WorryPeoplePage, WorryPeopleModel>(new(
            worry.Id, await Find(worry.WrittenBy, home, by.Caller), await Find(subject, home, by.Caller)));
    }

    private static RedirectHttpResult Back(WorryId id) => TypedResults.LocalRedirect($"/worries/{id}");

    private static async Task<Sent> Act(WorryId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Worry(id).Act(by.Caller)).Refused(out var refusal, out _)
            ? await ShowAgain(id, null, refusal, home, by)
            : Back(id);
    }

    private static async Task<Sent> Answer(WorryId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var answer = form.Lines("answer");
        return (await home.Worry(id).Answer(new(answer), by.Caller)).Refused(out var refusal, out _)
            ? await ShowAgain(id, answer, refusal, home, by)
            : Back(id);
    }

    private static async Task<Sent> ShowAgain(WorryId id, string? answer, Refusal wrong, Home home, CurrentCaller by)
    {
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await home.Worry(id).Get(by.Caller)).Refused(out var refusal, out var worry)) return refusal.ToProblem();
        var model = new WorryModel(worry) { Answer = answer, Errors = [new("answer", WorryWords.Of(wrong))] };
        return Page.Again<WorryPage, WorryModel>(model);
    }

    private static async Task<MemberDetails?> Find(MemberId? person, Home home, Caller by)
    {
        if (person is not { } id) return null;
        return (await home.Member(id).Get(by)).OrNull();
    }
}

/// <summary>A list of worries.</summary>
/// <param name="State">The state that a coordinator lists; null for those that the caller wrote.</param>
/// <param name="Items">The worries.</param>
public sealed record WorryListModel(WorryState? State, IReadOnlyList<WorryDetails> Items);

/// <summary>One worry.</summary>
/// <param name="Worry">The worry.</param>
public sealed record WorryModel(WorryDetails Worry)
{
    /// <summary>What a coordinator typed as the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the caller is a coordinator, who is told who wrote it.</summary>
    public bool IsForCoordinator => Worry.WrittenBy is not null;
}

/// <summary>Whom a worry leads to, for coordinators.</summary>
/// <param name="Id">The worry.</param>
/// <param name="Writer">Who wrote it; null if they have been erased.</param>
/// <param name="Subject">The person whom it is about; null if there is none.</param>
public sealed record WorryPeopleModel(WorryId Id, MemberDetails? Writer, MemberDetails? Subject);
