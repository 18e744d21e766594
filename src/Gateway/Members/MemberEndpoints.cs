using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>People over HTTP.</summary>
internal sealed class MemberEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var members = site.Api.MapGroup("/members").ForMembers().WithTags("Members");
        members.MapGet("/me", Me).WithSummary("Gets your own record in full");
        members.MapGet("/me/views", Views)
            .WithSummary("Lists who has looked at your contact and what helps you, for a year");
        members.MapGet("/{id}", Get).WithSummary("Gets a person's record, with the details you are allowed to see");
        members.MapPut("/{id}", Put)
            .WithSummary("Creates or changes a person's record; what is left out stays as it is")
            .Within(limits => limits.PeoplePerDay, IsOwn);
        members.MapDelete("/{id}", Erase)
            .WithSummary("Erases everything personal; counts of past meetings stay the same");
    }

    private static async Task<Results<Ok<MemberDetails>, ProblemHttpResult>> Me(Home home, CurrentCaller by) =>
        (await home.Member(by.Caller.Member!.Value).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<ViewList>, ProblemHttpResult>> Views(Home home, CurrentCaller by)
    {
        return (await home.Member(by.Caller.Member!.Value).ListViews(by.Caller))
            .Then<ViewList>(items => new ViewList(items))
            .ToHttp();
    }

    private static async Task<Results<Ok<MemberDetails>, ProblemHttpResult>> Get(
        MemberId id, Home home, CurrentCaller by) =>
        (await home.Member(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<MemberDetails>, Created<MemberDetails>, ProblemHttpResult>> Put(
        MemberId id, MemberProfile profile, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Member(id).Put(profile, read.IfMatch, by.Caller)).ToHttp(request);

    private static Task<bool> IsOwn(HttpContext http, CurrentCaller by) =>
        Task.FromResult(MemberId.TryParse($"{http.GetRouteValue("id")}", out var id) && by.Caller.Is(id));

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(
        MemberId id, ReadVersion read, Home home, ErasedCallers callers, CurrentCaller by)
    {
        var erased = await home.Member(id).Erase(by.Caller, read.IfMatch);
        if (!erased.Refused(out _, out _)) callers.Note(id);
        return erased.ToHttp();
    }
}

/// <summary>Who has looked at a person's contact and needs.</summary>
/// <param name="Items">The looks, oldest first; one for each caller and day.</param>
public sealed record ViewList(ImmutableArray<MemberView> Items);
