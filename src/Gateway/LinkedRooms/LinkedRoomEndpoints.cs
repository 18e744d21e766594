using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>Gatherings that are held in several areas at once, over HTTP.</summary>
internal sealed class LinkedRoomEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var gathering = site.Api.MapGroup("/gatherings/{id}").ForMembers().WithTags("Linked gatherings");
        gathering.MapGet("/rooms", Get).WithSummary("Gets how a gathering is linked with those of other areas");
        gathering.MapPut("/rooms/{area}", Ask)
            .WithSummary("Asks another area to hold it too, or tells it what has changed");
        gathering.MapPut("/joining", Join).WithSummary("Makes our own gathering part of the other area's");
        gathering.MapDelete("/joining", Decline).WithSummary("Says that nobody here holds it; others can still join");
        var questions = site.Api.MapGroup("/gatherings/{id}/questions/{questionId}")
            .ForMembers()
            .WithTags("Linked gatherings");
        questions.MapPut("/sharing", Share).WithSummary("Shares a question with the other areas");
        questions.MapPut("/handing-in", HandIn)
            .WithSummary("Says that our count is complete and may be added to those of others");
        questions.MapPut("/sum", AddUp).WithSummary("Has the counts of all areas added up, for good");
        questions.MapGet("/together", Together)
            .WithSummary("Gets what came of it in all areas together; no area's count is in it")
            .ProducesProblem(StatusCodes.Status409Conflict);
        site.Api.MapGroup("/linked-rooms").ForMembers().WithTags("Linked gatherings").MapGet("", ListInvitations)
            .WithSummary("Lists the gatherings that other areas ask this one to hold, for leads and coordinators");
    }

    private static async Task<Results<Ok<InvitationList>, ProblemHttpResult>> ListInvitations(
        Home home, CurrentCaller by) =>
        (await home.LinkedRooms.ListInvitations(by.Caller)).Map(items => new InvitationList(items)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> Get(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> Ask(
        GatheringId id, AreaId area, Home home, Neighbours neighbours, CurrentCaller by)
    {
        return neighbours.Find(area) is null
            ? neighbours.NoSuchArea.ToProblem()
            : (await home.LinkedRoom(id).Ask(area, by.Caller)).ToHttp();
    }

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> Join(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).Join(by.Caller)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> Decline(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).Decline(by.Caller)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> Share(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).Share(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> HandIn(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).HandIn(questionId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<LinkedRoomDetails>, ProblemHttpResult>> AddUp(
        GatheringId id, QuestionId questionId, AddUpRooms request, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).AddUp(questionId, request, by.Caller)).ToHttp();

    private static async Task<Results<Ok<TogetherResult>, ProblemHttpResult>> Together(
        GatheringId id, QuestionId questionId, Home home, CurrentCaller by) =>
        (await home.LinkedRoom(id).GetTogether(questionId, by.Caller)).ToHttp();
}

/// <summary>What other areas ask this one to hold.</summary>
/// <param name="Items">The invitations that nobody has answered, the next day first; at most 100.</param>
public sealed record InvitationList(ImmutableArray<LinkedRoomDetails> Items);
