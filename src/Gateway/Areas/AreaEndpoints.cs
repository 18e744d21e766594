using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Areas;

/// <summary>The area over HTTP.</summary>
internal static class AreaEndpoints
{
    public static void MapArea(this RouteGroupBuilder api) =>
        api.MapGet("/area", Get).AllowAnonymous().WithTags("Area").WithSummary("Whose area this is; its coordinators also see its counts");

    private static async Task<Ok<AreaDetails>> Get(Home home, CurrentCaller by) =>
        TypedResults.Ok(new AreaDetails(home.Area, home.Name, "Europe/London", by.Caller.Role == CallerRole.Coordinator ? await home.Grain.GetSummary() : null));
}

/// <summary>An area.</summary>
/// <param name="Id">Its word.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">The zone in which its local times are meant (IANA).</param>
/// <param name="Counts">Exact counts, for its coordinators.</param>
public sealed record AreaDetails(AreaId Id, string Name, string TimeZone, AreaSummary? Counts);
