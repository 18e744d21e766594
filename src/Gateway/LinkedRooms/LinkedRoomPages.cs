using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>The forms with which keepers ask other areas, share questions and have counts added up.</summary>
internal sealed class LinkedRoomPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var gathering = site.Pages.MapGroup("/gatherings/{id}").ForMembers();
        var question = site.Pages.MapGroup("/gatherings/{id}/questions/{questionId}").ForMembers();
        foreach (var form in (string[])["ask", "join"]) gathering.MapGet($"/areas/{form}", Back);
        foreach (var form in (string[])["share", "hand-in"]) question.MapGet($"/{form}", BackTo);
        gathering.MapPost("/areas/ask", Ask);
        gathering.MapPost("/areas/join", Join);
        question.MapPost("/share", Share);
        question.MapPost("/hand-in", HandIn);
        question.MapGet("/add-up", AskToAddUp);
        question.MapPost("/add-up", AddUp);
    }

    private static RedirectHttpResult Back(GatheringId id) => TypedResults.LocalRedirect($"/gatherings/{id}#areas");

    private static RedirectHttpResult BackTo(GatheringId id, QuestionId questionId) =>
        TypedResults.LocalRedirect($"/gatherings/{id}#question-{questionId}");

    private static async Task<Sent> Ask(
        GatheringId id, IFormCollection form, Home home, Link.Neighbours neighbours, TimeProvider clock,
        CurrentCaller by)
    {
        if (!AreaId.TryParse(form["area"], out var area) || neighbours.Find(area) is null)
            return neighbours.NoSuchArea.ToProblem();
        var done = await home.LinkedRoom(id).Ask(area, by.Caller);
        return await GatheringPages.After(done, id, "areas", home, clock, by);
    }

    private static async Task<Sent> Join(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.LinkedRoom(id).Join(by.Caller);
        return await GatheringPages.After(done, id, "areas", home, clock, by);
    }

    private static async Task<Sent> Share(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.LinkedRoom(id).Share(questionId, by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Sent> HandIn(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.LinkedRoom(id).HandIn(questionId, by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Shown> AskToAddUp(
        GatheringId id, QuestionId questionId, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await Read(id, questionId, home, clock, by.Caller)).ToPage<AddUpPage, AddUpModel>();
    }

    private static async Task<Sent> AddUp(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, questionId, home, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var chosen = page with { Without = [.. form["without"].OfType<string>()] };
        var without = chosen.Others.Where(area => chosen.Without.Contains(area.Value));
        var added = await home.LinkedRoom(id).AddUp(questionId, new() { Without = [.. without] }, by.Caller);
        if (!added.Refused(out refusal, out _)) return BackTo(id, questionId);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        return Page.Again<AddUpPage, AddUpModel>(chosen with { Errors = refusal.At("without") });
    }

    private static async Task<Result<AddUpModel>> Read(
        GatheringId id, QuestionId questionId, Home home, TimeProvider clock, Caller by)
    {
        if ((await home.ReadKept(id, clock, by)).Refused(out var refusal, out var page)) return refusal;
        if (page.Find(questionId) is not { } question || page.Linked.Find(questionId) is not { } shared)
            return LinkedRoomRefusals.NotShared;
        return new AddUpModel(page, question, shared);
    }
}

/// <summary>The form in which the counts of all areas are added up.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Question">The question.</param>
/// <param name="Shared">How far the areas are with it.</param>
public sealed record AddUpModel(GatheringModel Page, QuestionDetails Question, LinkedQuestionDetails Shared)
{
    /// <summary>The areas to go on without, as they were ticked.</summary>
    public ImmutableHashSet<string> Without { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The address of the form.</summary>
    public string Url => $"{Page.Url}/questions/{Question.Id}/add-up";

    /// <summary>The other areas.</summary>
    public IEnumerable<AreaId> Others => Shared.Areas.Where(area => area != Page.Linked.Home.Area);

    /// <summary>Those that have not handed in their count.</summary>
    public IEnumerable<AreaId> Waiting => Others.Except(Shared.HandedIn);

    /// <summary>
    /// The areas that were asked and have not answered. They do not ask the question, so no sum names them.
    /// </summary>
    public IEnumerable<AreaId> Unanswered
    {
        get
        {
            var asked = Page.Linked.Room!.Areas.Where(one => one.State == LinkedRoomState.Asked);
            return asked.Select(one => one.Area);
        }
    }
}
