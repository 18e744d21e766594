using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The questions of a gathering over HTTP.</summary>
internal sealed class QuestionEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var questions = site.Api.MapGroup("/gatherings/{id}/questions/{questionId}")
            .ForMembers()
            .WithTags("Gatherings");
        questions.MapPut("", Ask).WithSummary("Drafts a question, or changes a draft");
        questions.MapPut("/readiness", MakeReady)
            .WithSummary("A keeper says that it is ready; with the second, it stays as it is");
        questions.MapPut("/opening", Open).WithSummary("Opens it to the room");
        questions.MapPut("/counting", Count).WithSummary("Ends the vote: slips are over, and tables count");
        questions.MapPut("/closing", Close).WithSummary("Closes it, so that everybody sees what came of it");
        questions.MapGet("/result", Result)
            .WithSummary("Gets what came of it, in words and, if no table can be worked out, in figures")
            .ProducesProblem(StatusCodes.Status409Conflict);
        questions.MapGet("/released", Released)
            .WithSummary("Gets the figures of it that anybody may be told, rounded; they never change")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<QuestionDetails>, Created<QuestionDetails>, ProblemHttpResult>> Ask(
        GatheringId id, QuestionId questionId, AskQuestion asks, Home home, CurrentCaller by) =>
        (await home.Questions(id).Ask(questionId, asks, by.Caller)).ToHttp($"{SiteMap.ApiRoot}/gatherings/{id}");

    private static async Task<Results<Ok<QuestionDetails>, ProblemHttpResult>> MakeReady(
        GatheringId id, QuestionId questionId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Questions(id).MakeReady(questionId, read.IfMatch, by.Caller)).ToHttp();

    private static async Task<Results<Ok<QuestionDetails>, ProblemHttpResult>> Open(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Questions(id).OpenQuestion(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<QuestionDetails>, ProblemHttpResult>> Count(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Questions(id).CountQuestion(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<QuestionDetails>, ProblemHttpResult>> Close(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Questions(id).CloseQuestion(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<QuestionResult>, ProblemHttpResult>> Result(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Results(id).GetResult(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<ReleasedResult>, ProblemHttpResult>> Released(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Results(id).GetReleased(questionId, by.Caller)).ToHttp();
}
