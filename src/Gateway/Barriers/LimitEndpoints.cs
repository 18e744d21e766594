using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>What roles say is in their way, over HTTP.</summary>
internal sealed class LimitEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var limits = site.Api.MapGroup("/limits").ForMembers().WithTags("Limits");
        limits.MapGet("", List).WithSummary("Lists limits, those that most barriers rest on first");
        limits.MapGet("/{id}", Get).WithSummary("Gets a limit");
        limits.MapPut("/{id}", Claim).WithSummary("A role says what is in its way; that stays as it is")
            .Within(limits => limits.LimitsPerDay, (Home home, LimitId id, Caller by) => home.Limit(id).Get(by));
        limits.MapPut("/{id}/check", Check).ForCoordinators().WithSummary("Says who checked a limit, and how");
        limits.MapPut("/{id}/disputes/{groupId}", Dispute)
            .WithSummary("Says for a group of yours, once, why it doubts a limit");
        limits.MapPut("/{id}/change", Change)
            .WithSummary("The role that claimed it, or a coordinator, says how it has changed");
        limits.MapPut("/{id}/taken-out", TakeOut)
            .ForCoordinators()
            .WithSummary("A coordinator takes words out, such as a name, wherever they were said");
    }

    private static async Task<Ok<LimitList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(new LimitList(await home.Barriers.ListLimits(by.Caller)));

    private static async Task<Results<Ok<LimitDetails>, ProblemHttpResult>> Get(
        LimitId id, Home home, CurrentCaller by) =>
        (await home.Limit(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<LimitDetails>, Created<LimitDetails>, ProblemHttpResult>> Claim(
        LimitId id, ClaimLimit claim, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Limit(id).Claim(claim, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<LimitDetails>, ProblemHttpResult>> Check(
        LimitId id, CheckLimit check, Home home, CurrentCaller by) =>
        (await home.Limit(id).Check(check, by.Caller)).ToHttp();

    private static async Task<Results<Ok<LimitDetails>, ProblemHttpResult>> Dispute(
        LimitId id, GroupId groupId, DisputeLimit dispute, Home home, CurrentCaller by) =>
        (await home.Limit(id).Dispute(groupId, dispute, by.Caller)).ToHttp();

    private static async Task<Results<Ok<LimitDetails>, ProblemHttpResult>> Change(
        LimitId id, ChangeLimit change, Home home, CurrentCaller by) =>
        (await home.Limit(id).Change(change, by.Caller)).ToHttp();

    private static async Task<Results<Ok<LimitDetails>, ProblemHttpResult>> TakeOut(
        LimitId id, TakeOutWords takeOut, Home home, CurrentCaller by) =>
        (await home.Limit(id).TakeOut(takeOut, by.Caller)).ToHttp();
}

/// <summary>Limits of the area.</summary>
/// <param name="Items">Up to 200 of them.</param>
public sealed record LimitList(ImmutableArray<LimitDetails> Items);
