using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Power;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Power;

/// <summary>Who holds which role in a group, and in how many groups roles are shared, over HTTP.</summary>
internal sealed class PowerEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var power = site.Api.MapGroup("/groups/{id}/power").ForMembers().WithTags("Groups");
        power.MapGet("", Get)
            .WithSummary("Says who holds which role in a group now, for its people; for how long, only of your own");
        power.MapPut("/{holdId}", Hold)
            .WithSummary("Says that you hold a role, since when and with how many others; others see its ID");
        power.MapPut("/{holdId}/offer", Offer).WithSummary("Offers a role that you hold to others in the group");
        power.MapPut("/{holdId}/taking", Take).WithSummary("Takes a role that somebody in the group offers");
        power.MapPut("/{holdId}/end", End)
            .WithSummary("Says that you no longer hold a role; leads can say so of somebody else");
        site.Api.MapGet("/area/power", Check)
            .ForCoordinators()
            .WithTags("Area")
            .WithSummary("Counts groups that share, hand on or offer roles, and gatherings closed by one keeper alone");
    }

    private static async Task<Results<Ok<GroupPowerDetails>, ProblemHttpResult>> Get(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Power(id).GetPower(by.Caller)).ToHttp();

    private static async Task<Results<Ok<GroupPowerDetails>, ProblemHttpResult>> Hold(
        GroupId id, RoleHoldId holdId, HoldRole role, Home home, CurrentCaller by) =>
        (await home.Power(id).HoldRole(holdId, role, by.Caller)).ToHttp();

    private static async Task<Results<Ok<GroupPowerDetails>, ProblemHttpResult>> Offer(
        GroupId id, RoleHoldId holdId, Home home, CurrentCaller by) =>
        (await home.Power(id).OfferRole(holdId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<GroupPowerDetails>, ProblemHttpResult>> Take(
        GroupId id, RoleHoldId holdId, TakeRole take, Home home, CurrentCaller by) =>
        (await home.Power(id).TakeRole(holdId, take, by.Caller)).ToHttp();

    private static async Task<Results<Ok<GroupPowerDetails>, ProblemHttpResult>> End(
        GroupId id, RoleHoldId holdId, Home home, CurrentCaller by) =>
        (await home.Power(id).EndRole(holdId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<PowerCheck>, ProblemHttpResult>> Check(Home home, CurrentCaller by) =>
        (await home.PowerCheck.CheckPower(by.Caller)).ToHttp();
}
