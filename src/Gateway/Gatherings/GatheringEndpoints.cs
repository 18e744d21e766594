using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>Gatherings, their keepers and their tables over HTTP.</summary>
internal sealed class GatheringEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var gatherings = site.Api.MapGroup("/gatherings").ForMembers().WithTags("Gatherings");
        gatherings.MapGet("", ListToCome)
            .WithSummary("Lists the gatherings of your groups that are not over, the first day first; at most 20");
        gatherings.MapGet("/{id}", Get).WithSummary("Gets a gathering; only its keepers see drafts of questions");
        gatherings.MapPut("/{id}", Put).WithSummary("Plans a gathering of two or more groups, or changes the plan")
            .Within(
                limits => limits.GatheringsPerDay,
                (Home home, GatheringId id, Caller by) => home.Gathering(id).Get(by));
        gatherings.MapPut("/{id}/opening", Open).WithSummary("Opens it, once it has two keepers");
        gatherings.MapPut("/{id}/closing", Close)
            .WithSummary("Asks to close it; the second keeper closes it, or one who has waited for a day");
        gatherings.MapPut("/{id}/cancellation", Cancel).WithSummary("Cancels it for good, before it opens");
        gatherings.MapPut("/{id}/taken-out", TakeOut)
            .WithSummary("A keeper or a coordinator takes words out of its own texts, such as a name");
        gatherings.MapPut("/{id}/keepers/{groupId}", Keep).WithSummary("A lead keeps it for their group");
        gatherings.MapDelete("/{id}/keepers/{groupId}", GiveUp)
            .WithSummary("A lead declines to keep it, or its keeper gives it up");
        gatherings.MapPut("/{id}/keepers/{groupId}/coming", SayComing)
            .WithSummary("A keeper says how many of their group come, and what they need");
        gatherings.MapPut("/{id}/tables/{tableId}", Lay)
            .WithSummary("Lays a table, or changes what it is called or how many people sit at it");
        gatherings.MapDelete("/{id}/tables/{tableId}", TakeAway)
            .WithSummary("Takes away a table at which nobody sits, so that it is neither asked nor missing");
        site.Api.MapGroup("/groups").ForMembers().WithTags("Gatherings").MapGet("/{id}/gatherings", ListOf)
            .WithSummary("Lists the gatherings that a group holds with others, the latest day first");
    }

    private static async Task<Results<Ok<GatheringList>, ProblemHttpResult>> ListOf(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Gatherings.ListOf(id, by.Caller)).Map(items => new GatheringList(items)).ToHttp();

    private static async Task<Ok<GatheringList>> ListToCome(Home home, TimeProvider clock, CurrentCaller by)
    {
        var groups = await home.ReadOwnGroups(by.Caller);
        return TypedResults.Ok(new GatheringList(await home.ReadToCome(groups, clock)));
    }

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> Get(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, Created<GatheringDetails>, ProblemHttpResult>> Put(
        GatheringId id, PlanGathering plan, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Gathering(id).Put(plan, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> Open(
        GatheringId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Open(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> Close(
        GatheringId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Close(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> Cancel(
        GatheringId id, CancelGathering cancel, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Cancel(cancel, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> TakeOut(
        GatheringId id, TakeOutWords takeOut, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Questions(id).TakeOut(takeOut, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> Keep(
        GatheringId id, GroupId groupId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Keep(groupId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> GiveUp(
        GatheringId id, GroupId groupId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Gathering(id).GiveUp(groupId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GatheringDetails>, ProblemHttpResult>> SayComing(
        GatheringId id, GroupId groupId, PeopleComing coming, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Tables(id).SayComing(groupId, coming, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<TableDetails>, Created<TableDetails>, ProblemHttpResult>> Lay(
        GatheringId id, TableId tableId, LayTable lay, Home home, CurrentCaller by) =>
        (await home.Gathering(id).Lay(tableId, lay, by.Caller)).ToHttp($"{SiteMap.ApiRoot}/gatherings/{id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeAway(
        GatheringId id, TableId tableId, Home home, CurrentCaller by) =>
        (await home.Tables(id).TakeAway(tableId, by.Caller)).ToHttp();
}

/// <summary>The gatherings of a group.</summary>
/// <param name="Items">The gatherings, the latest day first; at most 100.</param>
public sealed record GatheringList(ImmutableArray<GatheringLine> Items);
