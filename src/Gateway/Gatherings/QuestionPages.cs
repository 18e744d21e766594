using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The pages on which keepers draft questions, agree that they are ready, open and close them.</summary>
internal sealed class QuestionPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var questions = site.Pages.MapGroup("/gatherings/{id}/questions").ForMembers();
        questions.MapGet("/new", New);
        questions.MapPost("/new", AskNew);
        questions.MapGet("/{questionId}/change", Change);
        questions.MapPost("/{questionId}/change", AskAgain);
        foreach (var form in (string[])["ready", "open", "counting", "close"])
            questions.MapGet($"/{{questionId}}/{form}", Back);
        questions.MapPost("/{questionId}/ready", MakeReady);
        questions.MapPost("/{questionId}/open", Open);
        questions.MapPost("/{questionId}/counting", Count);
        questions.MapPost("/{questionId}/close", Close);
    }

    private static async Task<Shown> New(GatheringId id, Home home, TimeProvider clock, CurrentCaller by) =>
        (await Read(id, home, clock, by.Caller)).ToPage<QuestionPage, QuestionModel>();

    private static async Task<Sent> AskNew(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, clock, by.Caller)).Refused(out var refusal, out var model))
            return refusal.ToProblem();
        var sent = QuestionForm.Of(form);
        // Whoever goes back to the form that added one question adds another with it.
        if (model.Page.Find(sent.Id) is { } known
            && sent.Read(model.Ladders, out var asks).Count == 0
            && !PeerNetJson.Same(known.Asks, asks))
            return Again(
                model with { Form = sent with { Id = new(Guid.CreateVersion7()) } },
                [new("text", "You have added that one already. Press the button again to add this one too.")]);
        return await Ask(id, sent, home, clock, by);
    }

    private static async Task<Shown> Change(
        GatheringId id, QuestionId questionId, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, clock, by.Caller)).Refused(out var refusal, out var model))
            return refusal.ToProblem();
        return model.Page.Find(questionId) is { } question
            ? Page.Of<QuestionPage, QuestionModel>(model with { Form = QuestionForm.Of(question) })
            : GatheringRefusals.QuestionNotFound.ToProblem();
    }

    private static Task<Sent> AskAgain(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock,
        CurrentCaller by) =>
        Ask(id, QuestionForm.Of(form) with { Id = questionId }, home, clock, by);

    private static async Task<Sent> Ask(
        GatheringId id, QuestionForm sent, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, clock, by.Caller)).Refused(out var refusal, out var model))
            return refusal.ToProblem();
        model = model with { Form = sent };
        if (sent.Read(model.Ladders, out var asks) is { Count: > 0 } errors) return Again(model, errors);
        if (!(await home.Questions(id).Ask(sent.Id, asks, by.Caller)).Refused(out refusal, out _))
            return Back(id, sent.Id);
        return refusal.CanBeMended() ? Again(model, refusal.At("text")) : refusal.ToProblem();
    }

    private static RedirectHttpResult Back(GatheringId id, QuestionId questionId) =>
        TypedResults.LocalRedirect($"/gatherings/{id}#question-{questionId}");

    private static async Task<Sent> MakeReady(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.Questions(id).MakeReady(questionId, form.ReadVersion(), by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Sent> Open(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.Questions(id).OpenQuestion(questionId, by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Sent> Count(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.Questions(id).CountQuestion(questionId, by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Sent> Close(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        var done = await home.Questions(id).CloseQuestion(questionId, by.Caller);
        return await GatheringPages.After(done, id, $"question-{questionId}", home, clock, by);
    }

    private static async Task<Result<QuestionModel>> Read(GatheringId id, Home home, TimeProvider clock, Caller by)
    {
        if ((await home.ReadKept(id, clock, by)).Refused(out var refusal, out var page)) return refusal;
        var lenses = await home.Lenses.List(by);
        return new QuestionModel(page, QuestionForm.New())
        {
            Ladders = [.. lenses.Where(lens =>
                lens.Lens.Steps.Length is >= GatheringFields.MinOptions and <= GatheringFields.MaxRungs)],
        };
    }

    private static Sent Again(QuestionModel page, FormErrors errors) =>
        Page.Again<QuestionPage, QuestionModel>(page with { Errors = errors });
}

/// <summary>The form in which a question is drafted or changed.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Form">What is filled in.</param>
public sealed record QuestionModel(GatheringModel Page, QuestionForm Form)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The lenses that are ladders for a mirror question about a step.</summary>
    public IReadOnlyList<LensDetails> Ladders { get; init; } = [];

    /// <summary>Whether it is not in the gathering yet.</summary>
    public bool IsNew => Page.Find(Form.Id) is null;

    /// <summary>The quiz questions that can be asked for the second time.</summary>
    public IEnumerable<QuestionDetails> FirstRounds => Page.Gathering.Questions.Where(IsFirstRound);

    private bool IsFirstRound(QuestionDetails question) =>
        question.Id != Form.Id && question.Asks is { Kind: QuestionKind.Quiz, Before: null };
}
