using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>What neighbours may ask of this area: its cards, and to take a letter. Nothing else is at these addresses.</summary>
internal static class LinkEndpoints
{
    public const string Cards = "/link/v1/cards";
    public const string Letters = "/link/v1/letters";

    /// <summary>How many cards stand on a page.</summary>
    private const int PageSize = 200;

    public static void MapLink(this IEndpointRouteBuilder link)
    {
        link.MapGet(Cards, SendCards);
        link.MapPost(Letters, TakeLetter);
    }

    private static async Task<Results<JsonHttpResult<CardFeedPage>, StatusCodeHttpResult, ProblemHttpResult>> SendCards(
        HttpContext http, Home home, Sender sender, string? feed = null, long afterChangeNumber = 0)
    {
        var page = await home.Link.SendCards(sender.Neighbour.Area, new(feed, Math.Max(0, afterChangeNumber)), PageSize);
        if (page.Refused(out var refusal, out var cards)) return refusal.ToProblem();
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{cards.Next.Feed}-{afterChangeNumber}-{cards.Next.After}\"");
        http.Response.Headers.ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Json(CardFeedPage.Of(cards, $"https://{http.Request.Host}{Cards}"), LinkJson.Options);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeLetter(HttpContext http, Home home, Sender sender) =>
        // Not a word of what cannot be read is repeated: what stands there may be anything.
        await Read(http) is not { } letter ? RequestRefusals.Unreadable(null, "This is not a letter of version 1.").ToProblem(StatusCodes.Status400BadRequest)
        : letter.From != sender.Neighbour.Area ? LinkRefusals.NotTheSender.ToProblem()
        : (await home.Link.Receive(letter)).ToHttp();

    private static async Task<Letter?> Read(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Letter>(http.Request.Body, LinkJson.Options, http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>The neighbour whose certificate came with the request.</summary>
internal readonly record struct Sender(Neighbour Neighbour)
{
    public static ValueTask<Sender> BindAsync(HttpContext http) => ValueTask.FromResult(new Sender(http.Features.Get<Neighbour>()!));
}
