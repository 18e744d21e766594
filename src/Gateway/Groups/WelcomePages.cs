using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>How a coordinator welcomes a new group, and takes the welcome back.</summary>
internal sealed class WelcomePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/welcome", Show).ForCoordinators();
        site.Pages.MapGet("/groups/{id}/welcome/end", Back).ForCoordinators();
        site.Pages.MapPost("/groups/{id}/welcome", Welcome).ForCoordinators();
        site.Pages.MapPost("/groups/{id}/welcome/end", Withdraw).ForCoordinators();
    }

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by) =>
        (await home.Group(id).Get(by.Caller)).ToPage<WelcomePage, GroupDetails>();

    private static RedirectHttpResult Back(GroupId id) => ToPage(id);

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Welcome(
        GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Welcome(id).Welcome(by.Caller, default)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : ToPage(id);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Withdraw(
        GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Welcome(id).Withdraw(by.Caller, default)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : ToPage(id);
    }

    private static RedirectHttpResult ToPage(GroupId id) => TypedResults.LocalRedirect($"/groups/{id}/welcome");
}
