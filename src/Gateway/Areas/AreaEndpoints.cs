using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Areas;

/// <summary>The area over HTTP.</summary>
internal sealed class AreaEndpoints : IEndpoints
{
    public static void Map(SiteMap site) =>
        site.Api.MapGet("/area", Get).AllowAnonymous().WithTags("Area").WithSummary("Gets this area and the state of its neighbours; coordinators also see counts");

    private static async Task<Ok<AreaDetails>> Get(Home home, Neighbours neighbours, Finder.GroupSearch finder, CurrentCaller by)
    {
        var (waiting, closed) = (await home.Link.CountWaiting(), await home.Border.GetClosed());
        return TypedResults.Ok(new AreaDetails(home.Area, home.Name, "Europe/London", await home.Grain.GetSummary(by.Caller),
            [.. neighbours.All.Select(neighbour => Details(neighbour, finder.AgeOf(neighbour.Area), waiting.FirstOrDefault(one => one.To == neighbour.Area), closed.Contains(neighbour.Area)))]));
    }

    private static NeighbourDetails Details(Neighbour neighbour, (DateTimeOffset? AsOf, bool Reachable) age, LettersWaiting? letters, bool closed) =>
        new(neighbour.Area, neighbour.Name, neighbour.Url, age.Reachable, age.AsOf, letters?.Waiting ?? 0, letters?.Parked ?? 0, closed);
}

/// <summary>An area.</summary>
/// <param name="Id">The short name, such as <c>east-sussex</c>.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="TimeZone">The IANA time zone of all local times.</param>
/// <param name="Counts">Exact counts; for coordinators only.</param>
/// <param name="Neighbours">The other areas.</param>
public sealed record AreaDetails(AreaId Id, string Name, string TimeZone, AreaSummary? Counts, ImmutableArray<NeighbourDetails> Neighbours);

/// <summary>Another area, as this one sees it now.</summary>
/// <param name="Id">The short name, such as <c>east-sussex</c>.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="Url">The address of its website.</param>
/// <param name="Reachable">Whether the last attempt to read its cards succeeded.</param>
/// <param name="AsOf">When its feed was last read to the end; null if never.</param>
/// <param name="WaitingLetters">The number of letters it has not acknowledged yet.</param>
/// <param name="ParkedLetters">The number of letters it refused so often that they are no longer sent.</param>
/// <param name="BorderClosed">Whether a coordinator of this area has closed the border to it.</param>
public sealed record NeighbourDetails(
    AreaId Id,
    string Name,
    Uri Url,
    bool Reachable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? AsOf,
    int WaitingLetters,
    int ParkedLetters,
    bool BorderClosed);
