using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.NextSteps;

/// <summary>Next steps over HTTP.</summary>
internal sealed class NextStepEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var steps = site.Api.MapGroup("/next-steps").ForMembers().WithTags("Next steps");
        steps.MapGet("", List)
            .WithSummary("Lists the area's next steps, those that are stuck first, and how many were kept");
        steps.MapGet("/elsewhere", ListElsewhere)
            .WithSummary("Lists what groups of other areas have set themselves to do");
        steps.MapGet("/{id}", Get).WithSummary("Gets a next step, with what was said about it and what you can do");
        steps.MapPut("/{id}", Write)
            .WithSummary("Writes down a next step, changes it while it is a wish, or takes it back to the area")
            .Within(
                limits => limits.NextStepsPerDay, (Home home, NextStepId id, Caller by) => home.NextStep(id).Get(by));
        steps.MapPut("/{id}/owner", TakeOn).WithSummary("A lead takes it on for their group");
        steps.MapPut("/{id}/role-owner", TakeOnAsRole).WithSummary("The role that is asked takes it on");
        steps.MapPut("/{id}/declined", Decline)
            .WithSummary("The role that is asked says no, and why; any group can take it on then");
        steps.MapPut("/{id}/role-news/{newsId}", TellAsRole)
            .WithSummary("The role that has taken it on says what has moved");
        steps.MapPut("/{id}/news/{newsId}", Tell)
            .WithSummary("Its owner, or a group that it is for, says what has moved");
        steps.MapPut("/{id}/done", SayDone)
            .WithSummary("A lead of its owner, or the role that owns it, says that it is done");
        steps.MapPut("/{id}/kept", Keep)
            .WithSummary("A lead of a group that it was for, and that does not own it, says that it was kept");
        steps.MapPut("/{id}/dropped", Drop)
            .WithSummary("A lead, the role that owns it or a coordinator gives it up, for a reason");
        steps.MapPut("/{id}/likes/{groupId}", Like)
            .WithSummary("Says for a group of yours that it likes a wish that another has written down");
        steps.MapPut("/{id}/taken-out", TakeOut)
            .ForCoordinators()
            .WithSummary("A coordinator takes words out, such as a name, wherever they were said");
        site.Api.MapGet("/groups/{id}/next-steps", ListOfGroup)
            .ForMembers()
            .WithTags("Next steps")
            .WithSummary("Lists the next steps that a group owns, is asked to own or wrote down, or that are for it");
    }

    private static async Task<Ok<NextStepList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(await home.NextSteps.List(null, by.Caller));

    private static Ok<Elsewhere<NextStepCard>> ListElsewhere(KeptCards<NextStepCard> elsewhere) =>
        TypedResults.Ok(elsewhere.List());

    private static async Task<Results<Ok<NextStepList>, ProblemHttpResult>> ListOfGroup(
        GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out _)) return refusal.ToProblem();
        return TypedResults.Ok(await home.NextSteps.List(id, by.Caller));
    }

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> Get(
        NextStepId id, Home home, CurrentCaller by) =>
        (await home.NextStep(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, Created<NextStepDetails>, ProblemHttpResult>> Write(
        NextStepId id, WriteNextStep says, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.NextStep(id).Write(says, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> TakeOn(
        NextStepId id, TakeOnNextStep takeOn, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).TakeOn(takeOn, read.IfMatch, by.Caller)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, Created<NextStepDetails>, ProblemHttpResult>> Tell(
        NextStepId id, NewsId newsId, TellNews tell, ReadVersion read, Home home, CurrentCaller by)
    {
        return (await home.NextStep(id).Tell(newsId, tell, by.Caller, read.IfMatch))
            .ToHttp($"{SiteMap.ApiRoot}/next-steps/{id}");
    }

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> TakeOnAsRole(
        NextStepId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.RoleStep(id).TakeOnAsRole(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> Decline(
        NextStepId id, DeclineNextStep decline, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.RoleStep(id).Decline(decline, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, Created<NextStepDetails>, ProblemHttpResult>> TellAsRole(
        NextStepId id, NewsId newsId, TellRoleNews tell, ReadVersion read, Home home, CurrentCaller by)
    {
        return (await home.RoleStep(id).TellAsRole(newsId, tell, by.Caller, read.IfMatch))
            .ToHttp($"{SiteMap.ApiRoot}/next-steps/{id}");
    }

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> SayDone(
        NextStepId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).SayDone(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> Keep(
        NextStepId id, KeepNextStep keep, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).Keep(keep, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> Drop(
        NextStepId id, DropNextStep drop, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).Drop(drop, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> Like(
        NextStepId id, GroupId groupId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).Like(groupId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<NextStepDetails>, ProblemHttpResult>> TakeOut(
        NextStepId id, TakeOutWords takeOut, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.NextStep(id).TakeOut(takeOut, by.Caller, read.IfMatch)).ToHttp();
}
