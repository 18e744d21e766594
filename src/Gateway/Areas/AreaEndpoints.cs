using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Growth;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Areas;

/// <summary>The area over HTTP.</summary>
internal sealed class AreaEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/area", Get)
            .AllowAnonymous()
            .WithTags("Area")
            .WithSummary("Gets this area and its neighbours; coordinators also see counts, letters and borders");
        site.Api.MapGet("/area/overview", Overview)
            .ForCoordinators()
            .WithTags("Area")
            .WithSummary("Lists every group with its leads, last and next meeting, and what needs a coordinator");
        site.Api.MapGet("/areas/{area}/groups/{id}", GetGroup)
            .AllowAnonymous()
            .WithTags("Groups")
            .WithSummary("Gets a group of any area, from its card, without asking the other area");
    }

    private static Results<Ok<CardDetails>, ProblemHttpResult> GetGroup(
        AreaId area, GroupId id, GroupSearch finder, Neighbours neighbours, TimeProvider clock)
    {
        if (!finder.Areas.Contains(area)) return neighbours.NoSuchArea.ToProblem();
        return finder.FindCard(area, id, clock.GetUtcNow()) is { } card
            ? TypedResults.Ok(card)
            : GroupRefusals.NotFound.ToProblem();
    }

    private static async Task<Results<Ok<AreaOverview>, FileContentHttpResult, ProblemHttpResult>> Overview(
        WrittenOverview written, CurrentCaller by)
    {
        return (await written.Read(by.Caller)).Refused(out var refusal, out var body)
            ? refusal.ToProblem()
            : TypedResults.Bytes(body, FigureForms.Json);
    }

    private static async Task<Ok<AreaDetails>> Get(
        Home home, Neighbours neighbours, LinkClient client, FeedFaults faults, GroupSearch finder,
        CurrentCaller by)
    {
        var shown = neighbours.All.Select(neighbour => NeighbourDetails.ForEveryone(neighbour, finder));
        // Only a coordinator is given counts.
        if (await home.Grain.GetSummary(by.Caller) is not { } counts)
            return TypedResults.Ok(new AreaDetails(
                home.Area, home.Name, "Europe/London", null, [.. shown], home.Contact));
        var waiting = await home.Link.CountWaiting();
        var closed = await home.Border.GetClosed();
        return TypedResults.Ok(new AreaDetails(
            home.Area, home.Name, "Europe/London", counts,
            [.. shown.Zip(neighbours.All, (details, neighbour) =>
                details.WithTraffic(neighbour, waiting, closed, faults, client))],
            home.Contact));
    }
}

/// <summary>An area.</summary>
/// <param name="Id">The short name, such as <c>east-sussex</c>.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="TimeZone">The IANA time zone of all local times.</param>
/// <param name="Counts">Exact counts; for coordinators only.</param>
/// <param name="Neighbours">The other areas.</param>
/// <param name="Contact">How people who are not signed in reach its coordinators: an email address, a phone number or
/// an https address; absent if there is none.</param>
public sealed record AreaDetails(
    AreaId Id,
    string Name,
    string TimeZone,
    AreaSummary? Counts,
    ImmutableArray<NeighbourDetails> Neighbours,
    string? Contact = null);

/// <summary>Another area, as this one sees it now.</summary>
/// <param name="Id">The short name, such as <c>east-sussex</c>.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="Url">The address of its website.</param>
/// <param name="Reachable">Whether the last attempt to read its cards succeeded.</param>
/// <param name="AsOf">When its feed was last read to the end; null if never.</param>
/// <param name="WaitingLetters">The number of letters it has not acknowledged yet; for coordinators only.</param>
/// <param name="ParkedLetters">The number of letters it refused so often that they are no longer sent; for coordinators
/// only.</param>
/// <param name="BorderClosed">Whether a coordinator of this area has closed the border to it; for coordinators
/// only.</param>
/// <param name="UnreadableCards">The number of its cards that this Gateway could not read since it started; for
/// coordinators only.</param>
/// <param name="WaitingForUpgrade">The letters that it cannot read until it has been upgraded, by kind; for
/// coordinators only.</param>
public sealed record NeighbourDetails(
    AreaId Id,
    string Name,
    Uri Url,
    bool Reachable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? AsOf,
    int? WaitingLetters = null,
    int? ParkedLetters = null,
    bool? BorderClosed = null,
    long? UnreadableCards = null,
    ImmutableArray<WaitingForUpgrade>? WaitingForUpgrade = null)
{
    /// <summary>What anyone may know: how old its cards in the finder are.</summary>
    internal static NeighbourDetails ForEveryone(Neighbour neighbour, GroupSearch finder)
    {
        var (asOf, reachable) = finder.AgeOf(neighbour.Area);
        return new(neighbour.Area, neighbour.Name, neighbour.Url, reachable, asOf);
    }

    /// <summary>What only coordinators may know, too: the letters that wait, and the border.</summary>
    internal NeighbourDetails WithTraffic(
        Neighbour neighbour, ImmutableArray<LettersWaiting> waiting, ImmutableArray<AreaId> closed, FeedFaults faults,
        LinkClient client)
    {
        var letters = waiting.Where(one => one.To == neighbour.Area).ToList();
        return this with
        {
            WaitingLetters = letters.Sum(one => one.Waiting),
            ParkedLetters = letters.Sum(one => one.Parked),
            BorderClosed = closed.Contains(neighbour.Area),
            UnreadableCards = faults.CountOf(neighbour.Area),
            WaitingForUpgrade = Link.WaitingForUpgrade.Among(letters, neighbour, client),
        };
    }
}
