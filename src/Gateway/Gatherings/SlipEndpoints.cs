using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>Slips of paper over HTTP. Their codes are in bodies and never in addresses, which get into logs.</summary>
internal sealed class SlipEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var gathering = site.Api.MapGroup("/gatherings/{id}").WithTags("Gatherings");
        gathering.MapGet("/paper", GetPaper).ForMembers()
            .WithSummary("Gets for keepers what is to be printed: the codes of each table and of its slips")
            .ProducesProblem(StatusCodes.Status409Conflict);
        gathering.MapPut("/tables/{tableId}/slips", Make).ForMembers()
            .WithSummary("Makes slips for a table, at most one for each person there");
        gathering.MapPut("/tables/{tableId}/code", ChangeCode).ForMembers()
            .WithSummary("Takes a table's code back and makes another");
        gathering.MapPut("/questions/{questionId}/slips", Spend).AllowAnonymous()
            .WithSummary("Answers an open question with the code of a slip, or answers it otherwise")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Results<Ok<Paper>, ProblemHttpResult>> GetPaper(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.Paper(id).GetPaper(by.Caller)).ToHttp();

    private static async Task<Results<Ok<TableDetails>, ProblemHttpResult>> Make(
        GatheringId id, TableId tableId, MakeSlips make, Home home, CurrentCaller by) =>
        (await home.Paper(id).MakeSlips(tableId, make, by.Caller)).ToHttp();

    private static async Task<Results<Ok<TableDetails>, ProblemHttpResult>> ChangeCode(
        GatheringId id, TableId tableId, ChangeCode change, Home home, CurrentCaller by) =>
        (await home.Paper(id).ChangeCode(tableId, change, by.Caller)).ToHttp();

    private static async Task<Results<Ok<SlipAnswer>, ProblemHttpResult>> Spend(
        GatheringId id, QuestionId questionId, SpendSlip slip, Home home, CodeTries tries, HttpContext http)
    {
        var answered = await tries.Try(
            http, slip.Code, PaperCode.SlipLength,
            code => home.Paper(id).Spend(questionId, slip with { Code = code }));
        return answered.Refused(out var refusal, out var answer)
            ? CodeTries.Refuse(http, refusal)
            : TypedResults.Ok(answer);
    }
}
