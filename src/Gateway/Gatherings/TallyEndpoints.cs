using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What was counted by hand, over HTTP.</summary>
internal sealed class TallyEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var tallies = site.Api.MapGroup("/gatherings/{id}/questions/{questionId}/tallies")
            .ForMembers()
            .WithTags("Gatherings");
        tallies.MapGet("", List).WithSummary("Lists for keepers which tables have been counted, without any count");
        tallies.MapGet("/{tallyId}", Get).WithSummary("Gets what you entered; nobody else can read it");
        tallies.MapPut("/{tallyId}", Enter).WithSummary("Enters what was counted by hand at a table");
    }

    private static async Task<Results<Ok<TallyList>, ProblemHttpResult>> List(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.Questions(id).ListTallies(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<TallyDetails>, ProblemHttpResult>> Get(
        GatheringId id, QuestionId questionId, TallyId tallyId, Home home, CurrentCaller by) =>
        (await home.Questions(id).GetTally(questionId, tallyId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<TallyDetails>, Created<TallyDetails>, ProblemHttpResult>> Enter(
        GatheringId id, QuestionId questionId, TallyId tallyId, EnterTally counted, Home home, CurrentCaller by,
        HttpRequest request) =>
        (await home.Questions(id).Enter(questionId, tallyId, counted, by.Caller)).ToHttp(request);
}
