using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>Barriers and their answers over HTTP.</summary>
internal sealed class BarrierEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var barriers = site.Api.MapGroup("/barriers").ForMembers().WithTags("Barriers");
        barriers.MapGet("", List)
            .WithSummary("Lists barriers that are not settled, those that have waited longest first");
        barriers.MapGet("/elsewhere", ListElsewhere)
            .WithSummary("Lists what gets in people's way in other areas, and what was answered");
        barriers.MapGet("/answers", CountAnswers)
            .WithSummary("Says how many barriers of this year were answered by their date, and how often it helped");
        barriers.MapGet("/{id}", Get).WithSummary("Gets a barrier with its answers");
        barriers.MapPut("/{id}", Raise).WithSummary("Raises a barrier for a group of yours, and puts it to a role")
            .Within(limits => limits.BarriersPerDay, (Home home, BarrierId id, Caller by) => home.Barrier(id).Get(by));
        barriers.MapPut("/{id}/hearing", Hear).WithSummary("The role says by when it will answer");
        barriers.MapPut("/{id}/answers/{answerId}", Answer).WithSummary("The role answers; what it says stays");
        barriers.MapPut("/{id}/additions/{additionId}", Add).WithSummary("The role adds to its latest answer");
        barriers.MapPut("/{id}/us-too/{groupId}", UsToo)
            .WithSummary("Says for a group of yours that it stands in its way, too");
        barriers.MapPut("/{id}/helped/{groupId}", Helped)
            .WithSummary("Says for a group of yours whether the latest answer helped");
        barriers.MapPut("/{id}/readers", ChooseReaders)
            .WithSummary("A lead of the group that raised it agrees that anyone reads it, or declines");
        barriers.MapPut("/{id}/withdrawal", Withdraw)
            .WithSummary("Withdraws it with every word, for a lead of the group that raised it and coordinators");
    }

    private static async Task<Ok<BarrierList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(new BarrierList(await home.Barriers.List(by.Caller)));

    private static Ok<Elsewhere<BarrierCard>> ListElsewhere(KeptCards<BarrierCard> elsewhere) =>
        TypedResults.Ok(elsewhere.List());

    private static async Task<Ok<AnswerShares>> CountAnswers(Home home, CurrentCaller by) =>
        TypedResults.Ok(await home.Barriers.CountAnswers(by.Caller));

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Get(
        BarrierId id, Home home, CurrentCaller by) =>
        (await home.Barrier(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, Created<BarrierDetails>, ProblemHttpResult>> Raise(
        BarrierId id, RaiseBarrier barrier, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Barrier(id).Raise(barrier, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Hear(
        BarrierId id, HearBarrier hear, Home home, CurrentCaller by) =>
        (await home.Barrier(id).Hear(hear, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Answer(
        BarrierId id, AnswerId answerId, AnswerBarrier answer, Home home, CurrentCaller by) =>
        (await home.Barrier(id).Answer(answerId, answer, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Add(
        BarrierId id, AdditionId additionId, AddToAnswer adds, Home home, CurrentCaller by) =>
        (await home.Barrier(id).Add(additionId, adds, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> UsToo(
        BarrierId id, GroupId groupId, Home home, CurrentCaller by) =>
        (await home.Barrier(id).SayUsToo(groupId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Helped(
        BarrierId id, GroupId groupId, SayHelped says, Home home, CurrentCaller by) =>
        (await home.Barrier(id).SayHelped(groupId, says, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> ChooseReaders(
        BarrierId id, ChooseReaders chosen, Home home, CurrentCaller by) =>
        (await home.Barrier(id).ChooseReaders(chosen, by.Caller)).ToHttp();

    private static async Task<Results<Ok<BarrierDetails>, ProblemHttpResult>> Withdraw(
        BarrierId id, Home home, CurrentCaller by) =>
        (await home.Barrier(id).Withdraw(by.Caller)).ToHttp();
}

/// <summary>Barriers of the area.</summary>
/// <param name="Items">Up to 200 of them.</param>
public sealed record BarrierList(ImmutableArray<BarrierDetails> Items);
