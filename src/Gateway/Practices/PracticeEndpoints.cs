using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Practices;

/// <summary>What groups have done, over HTTP.</summary>
internal sealed class PracticeEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var practices = site.Api.MapGroup("/practices").ForMembers().WithTags("Practices");
        practices.MapGet("", List)
            .WithSummary("Lists what waits for a group of yours, then what groups of the area have done");
        practices.MapGet("/elsewhere", ListElsewhere).WithSummary("Lists what groups of other areas have done");
        practices.MapGet("/{id}", Get).WithSummary("Gets a practice, with what you can do");
        practices.MapPut("/{id}", Tell).WithSummary("Tells what groups have done, for a group of yours among them")
            .Within(
                limits => limits.PracticesPerDay, (Home home, PracticeId id, Caller by) => home.Practice(id).Get(by));
        practices.MapPut("/{id}/agreements/{groupId}", Agree)
            .WithSummary("A lead agrees for their group; with the last of its groups it is shown to everybody");
        practices.MapPut("/{id}/thanks/{groupId}", Thank)
            .WithSummary("Says thank you for a group of yours that is not part of it");
        practices.MapPut("/{id}/withdrawal", Withdraw)
            .WithSummary("Withdraws it with every word, for a lead of any of its groups and coordinators");
        site.Api.MapGet("/groups/{id}/practices", ListOfGroup)
            .ForMembers()
            .WithTags("Practices")
            .WithSummary("Lists what a group has done, alone or with others");
    }

    private static async Task<Ok<PracticeList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(await home.Practices.List(null, by.Caller));

    private static Ok<Elsewhere<PracticeCard>> ListElsewhere(KeptCards<PracticeCard> elsewhere) =>
        TypedResults.Ok(elsewhere.List());

    private static async Task<Ok<PracticeList>> ListOfGroup(GroupId id, Home home, CurrentCaller by) =>
        TypedResults.Ok(await home.Practices.List(id, by.Caller));

    private static async Task<Results<Ok<PracticeDetails>, ProblemHttpResult>> Get(
        PracticeId id, Home home, CurrentCaller by) =>
        (await home.Practice(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<PracticeDetails>, Created<PracticeDetails>, ProblemHttpResult>> Tell(
        PracticeId id, TellPractice practice, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Practice(id).Tell(practice, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<PracticeDetails>, ProblemHttpResult>> Agree(
        PracticeId id, GroupId groupId, Home home, CurrentCaller by) =>
        (await home.Practice(id).Agree(groupId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<PracticeDetails>, ProblemHttpResult>> Thank(
        PracticeId id, GroupId groupId, Home home, CurrentCaller by) =>
        (await home.Practice(id).Thank(groupId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<PracticeDetails>, ProblemHttpResult>> Withdraw(
        PracticeId id, Home home, CurrentCaller by) =>
        (await home.Practice(id).Withdraw(by.Caller)).ToHttp();
}
