using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The border over HTTP, for coordinators: what has left the area, and which areas nothing is sent to.
/// </summary>
internal sealed class BorderEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var link = site.Api.MapGroup("/link").ForCoordinators().WithTags("Link");
        link.MapGet("/ledger", Binding.AtRunTime(Ledger))
            .WithSummary("Lists what has been sent to other areas, newest first");
        link.MapPut("/border/{area}", Close)
            .WithSummary("Closes the border to an area: nothing is sent, and its letters are refused");
        link.MapDelete("/border/{area}", Open).WithSummary("Opens the border again and sends what was waiting");
    }

    private static async Task<Ok<Ledger>> Ledger(
        Home home,
        Neighbours neighbours,
        LinkClient client,
        string? area = null,
        string? cursor = null,
        int limit = 100)
    {
        if (limit is < 1 or > 500)
            throw new RefusedRequestException(RequestRefusals.Parameter("limit", "Use a number from 1 to 500."));
        AreaId to = default;
        if (area is not null && !AreaId.TryParse(area, out to))
            throw new RefusedRequestException(
                RequestRefusals.Parameter("area", "Use the short name of an area, such as east-sussex."));
        var before =
            long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null;
        if (cursor is not null && before is null) throw new RefusedRequestException(
            RequestRefusals.Parameter("cursor", "Use the value of next from an earlier page."));
        var page = await home.Link.ReadLedger(before, limit, area is null ? null : to);
        var waiting = await home.Link.CountWaiting();
        var shown = neighbours.All.Where(neighbour => area is null || neighbour.Area == to);
        return TypedResults.Ok(new Ledger(
            page.Items,
            page.Next?.ToString(CultureInfo.InvariantCulture),
            [.. shown.SelectMany(neighbour => WaitingForUpgrade.Among(waiting, neighbour, client))]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Close(
        AreaId area, Home home, Neighbours neighbours, CurrentCaller by)
    {
        return neighbours.Find(area) is null
            ? neighbours.NoSuchArea.ToProblem()
            : (await home.Border.Close(area, by.Caller)).ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Open(
        AreaId area, Home home, Neighbours neighbours, CurrentCaller by)
    {
        return neighbours.Find(area) is null
            ? neighbours.NoSuchArea.ToProblem()
            : (await home.Border.Open(area, by.Caller)).ToHttp();
    }
}

/// <summary>A page of the ledger.</summary>
/// <param name="Items">What was sent, newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="WaitingForUpgrade">Letters still here because the neighbour cannot read them until it is
/// upgraded.</param>
public sealed record Ledger(
    ImmutableArray<LedgerEntry> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    ImmutableArray<WaitingForUpgrade> WaitingForUpgrade);
