using System.Buffers.Text;
using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The endpoints for neighbours: read this area's cards and released figures, and hand in a letter. The link serves no
/// other address.
/// </summary>
internal static class LinkEndpoints
{
    public const string Cards = "/link/v1/cards";
    public const string Letters = "/link/v1/letters";
    public const string Figures = "/link/v1/figures";

    /// <summary>The most cards in a page; a page of long cards has fewer.</summary>
    public const int MaxCardsPerPage = 200;

    public static void MapLink(this IEndpointRouteBuilder link)
    {
        link.MapGet(Cards, Binding.AtRunTime(SendCards));
        link.MapSharedFeeds();
        link.MapPost(Letters, TakeLetter);
        link.MapGet(Figures, SendFigures);
    }

    private static async Task<Results<JsonHttpResult<CardFeedPage>, StatusCodeHttpResult, ProblemHttpResult>> SendCards(
        HttpContext http, Home home, Sender sender, string? feed = null, long afterChangeNumber = 0,
        int limit = MaxCardsPerPage)
    {
        var page = await home.Link.SendCards(
            sender.Neighbour.Area, new(feed, Math.Max(0, afterChangeNumber)), Math.Clamp(limit, 1, MaxCardsPerPage));
        if (page.Refused(out var refusal, out var cards)) return refusal.ToProblem();
        return IsKnown(http, TagOf(afterChangeNumber, cards.Next))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(CardFeedPage.Of(cards, $"https://{http.Request.Host}{Cards}"), LinkJson.Sending);
    }

    /// <summary>Serves one of the feeds of what areas share.</summary>
    public static void MapFeed<TCard>(this IEndpointRouteBuilder link, SharedFeed<TCard> shared)
        where TCard : class, ISharedCard
    {
        link.MapGet(shared.Path, Binding.AtRunTime(Send));

        async Task<Results<JsonHttpResult<SharedFeedPage<TCard>>, StatusCodeHttpResult, ProblemHttpResult>> Send(
            HttpContext http, Home home, Sender sender, string? feed = null, long afterChangeNumber = 0,
            int limit = MaxCardsPerPage)
        {
            var from = new CardCursor(feed, Math.Max(0, afterChangeNumber));
            var sent = await shared.Send(
                home.SharedCards, sender.Neighbour.Area, from, Math.Clamp(limit, 1, MaxCardsPerPage));
            if (sent.Refused(out var refusal, out var page)) return refusal.ToProblem();
            if (IsKnown(http, TagOf(afterChangeNumber, page.Next)))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            var address = $"https://{http.Request.Host}{shared.Path}";
            var answer = SharedFeedPage<TCard>.Of(page, address, shared.Kind, shared.License);
            return TypedResults.Json(answer, LinkJson.Sending);
        }
    }

    // A reader that names the tag of what there is has kept it.
    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> SendFigures(
        HttpContext http, Home home, Sender sender)
    {
        var sent = await home.Releases.Send(sender.Neighbour.Area);
        if (sent.Refused(out var refusal, out var releases)) return refusal.ToProblem();
        var body = JsonSerializer.SerializeToUtf8Bytes(new FiguresPage(releases.Items), LinkJson.Sending);
        if (!IsKnown(http, $"\"{Base64Url.EncodeToString(SHA256.HashData(body))}\""))
            return TypedResults.Bytes(body, MediaTypeNames.Application.Json);
        await home.Releases.Acknowledge(sender.Neighbour.Area, releases.Version);
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static string TagOf(long after, CardCursor next) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{next.Feed}-{after}-{next.After}\"");

    /// <summary>Tags the answer; whether the neighbour has it already.</summary>
    private static bool IsKnown(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        var current = EntityTagHeaderValue.Parse(tag);
        return http.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Compare(current, useStrongComparison: false));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeLetter(
        HttpContext http, Home home, Sender sender, Accepts accepts)
    {
        if (await ReceivedLetter.Read(http.Request.Body, http.RequestAborted) is not { } received) return Unreadable();
        if (received.From != sender.Neighbour.Area) return LinkRefusals.NotTheSender.ToProblem();
        if (!accepts.Letters.Contains(received.Kind)) return LinkRefusals.NotYet.ToProblem();
        if (received.AsKnown() is not { } letter) return Unreadable();
        return (await home.Link.Receive(letter)).ToHttp();
    }

    // The body may contain anything, so none of it is repeated.
    private static ProblemHttpResult Unreadable()
    {
        return RequestRefusals.Unreadable(null, "This is not a letter of version 1.")
            .ToProblem(StatusCodes.Status400BadRequest);
    }
}

/// <summary>The neighbour identified by the request's certificate.</summary>
internal readonly record struct Sender(Neighbour Neighbour)
{
    public static ValueTask<Sender> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new Sender(http.Features.Get<Neighbour>()!));
}
