using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Worries;

/// <summary>Worries over HTTP.</summary>
internal sealed class WorryEndpoints : IEndpoints
{
    private static readonly string[] Names = ["state"];

    public static void Map(SiteMap site)
    {
        var worries = site.Api.MapGroup("/worries").ForMembers().WithTags("Worries");
        worries.MapGet("", List)
            .ForCoordinators()
            .WithSummary("Lists worries by their state, without those that are about you");
        worries.MapGet("/{id}", Get)
            .WithSummary("Gets a worry; only its writer and coordinators it is not about can see it");
        worries.MapPut("/{id}", Write)
            .WithSummary("Writes to the area's coordinators about an offer, a person or a group")
            .Within(limits => limits.WorriesPerDay, (Home home, WorryId id, Caller by) => home.Worry(id).Get(by));
        worries.MapPut("/{id}/action", Act).ForCoordinators().WithSummary("Says that a coordinator is acting on it");
        worries.MapPut("/{id}/answer", Answer)
            .ForCoordinators()
            .WithSummary("Answers a worry and closes it; its writer sees the answer");
        site.Api.MapGet("/members/me/worries", Mine)
            .ForMembers()
            .WithTags("Members")
            .WithSummary("Lists the worries that you wrote, with the answers");
    }

    private static async Task<Ok<WorryList>> List(
        HttpRequest request, Home home, CurrentCaller by,
        [Description("waiting, actedOn or answered. The default is waiting.")] string? state = null)
    {
        var parameters = new Parameters(request.Query);
        parameters.Check(Names);
        var listed = parameters.Enum<WorryState>("state") ?? WorryState.Waiting;
        return TypedResults.Ok(new WorryList(await home.Worries.List(listed, by.Caller)));
    }

    private static async Task<Ok<WorryList>> Mine(Home home, CurrentCaller by) =>
        TypedResults.Ok(new WorryList(await home.Worries.ListMine(by.Caller)));

    private static async Task<Results<Ok<WorryDetails>, ProblemHttpResult>> Get(
        WorryId id, Home home, CurrentCaller by) =>
        (await home.Worry(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<WorryDetails>, Created<WorryDetails>, ProblemHttpResult>> Write(
        WorryId id, WriteWorry worry, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Worry(id).Write(worry, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<WorryDetails>, ProblemHttpResult>> Act(
        WorryId id, Home home, CurrentCaller by) =>
        (await home.Worry(id).Act(by.Caller)).ToHttp();

    private static async Task<Results<Ok<WorryDetails>, ProblemHttpResult>> Answer(
        WorryId id, AnswerWorry answer, Home home, CurrentCaller by) =>
        (await home.Worry(id).Answer(answer, by.Caller)).ToHttp();
}

/// <summary>Worries of the area, or of the caller.</summary>
/// <param name="Items">Up to 100 of them.</param>
public sealed record WorryList(ImmutableArray<WorryDetails> Items);
