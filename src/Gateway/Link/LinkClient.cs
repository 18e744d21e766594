using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>Speaks to neighbours: shows the area's certificate, and believes nobody who does not show the neighbour's.</summary>
internal sealed class LinkClient : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Neighbour, HttpClient> clients;

    public LinkClient(IOptions<GatewayOptions> options, Neighbours neighbours)
    {
        // Without an own end nobody would know us.
        var own = options.Value.Link is { CertificateFile: { } certificate, KeyFile: { } key } ? X509Certificate2.CreateFromPemFile(certificate, key) : null;
        clients = neighbours.All.ToDictionary(neighbour => neighbour, neighbour => Client(neighbour, own));
    }

    /// <summary>A page of a neighbour's cards; null when nothing is new since the page of that tag.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, or says no.</exception>
    /// <exception cref="JsonException">What it sends is not a page of version 1.</exception>
    public async Task<(CardPage? Page, string? Tag)> FetchCards(Neighbour neighbour, CardCursor from, string? tag, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{LinkEndpoints.Cards}?{CardFeedPage.Query(from)}");
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await clients[neighbour].SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotModified) return (null, tag);
        answer.EnsureSuccessStatusCode();
        var page = await answer.Content.ReadFromJsonAsync<CardFeedPage>(LinkJson.Options, cancel);
        return (page?.Read(from) ?? throw new JsonException("The page does not say where the feed goes on."), answer.Headers.ETag?.ToString());
    }

    /// <summary>Hands a letter over; returns null when it is taken, or the code of the neighbour's no; a fault of its own on this letter is no answer and has its own code.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, or will take no letter at all just now.</exception>
    public async Task<string?> Post(Neighbour neighbour, Letter letter, CancellationToken cancel)
    {
        using var answer = await clients[neighbour].PostAsJsonAsync(LinkEndpoints.Letters, letter, LinkJson.Options, cancel);
        if (answer.IsSuccessStatusCode) return null;
        if (answer.StatusCode == HttpStatusCode.InternalServerError) return RequestRefusals.Fault.Code;
        var code = await Code(answer, cancel);
        // Not this letter's fault: it waits.
        if ((int)answer.StatusCode >= 500 || code is null || code == LinkRefusals.BorderClosed.Code || code == LinkRefusals.NotTheSender.Code)
            throw new HttpRequestException("The neighbour takes no letters now.", null, answer.StatusCode);
        return code;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }

    private static HttpClient Client(Neighbour neighbour, X509Certificate2? own) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // The ids of our traces are nobody else's business.
        ActivityHeadersPropagator = null,
        SslOptions = new()
        {
            ClientCertificates = own is null ? null : [own],
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 shown && neighbour.IsShownBy(shown),
        },
    })
    { BaseAddress = neighbour.Link, Timeout = Patience, MaxResponseContentBufferSize = MostBytes };

    // A code is a word of problems.md; anything else a neighbour might send as one is not taken for one.
    private static async Task<string?> Code(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            return problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("code", out var code) && code.GetString() is { Length: <= 60 } word
                && word.All(c => char.IsAsciiLetterLower(c) || c is '.' or '-') ? word : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
