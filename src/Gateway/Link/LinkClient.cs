using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Calls the neighbours. It presents this area's certificate, and accepts only the neighbour's own.
/// </summary>
internal sealed class LinkClient : IDisposable
{
    private const int MaxBytes = 8 * 1024 * 1024, MaxCardBytes = 256 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Home home;
    private readonly Dictionary<Neighbour, HttpClient> clients;
    private readonly ConcurrentDictionary<Neighbour, Accepts> accepted = new();

    public LinkClient(IOptions<GatewayOptions> options, Home home, Neighbours neighbours)
    {
        this.home = home;
        // Without its own certificate the area would be recognised by no neighbour.
        var own = options.Value.Link is { CertificateFile: { } certificate, KeyFile: { } key }
            ? X509Certificate2.CreateFromPemFile(certificate, key)
            : null;
        clients = neighbours.All.ToDictionary(neighbour => neighbour, neighbour => Client(neighbour, own));
    }

    /// <summary>What a neighbour can read, from its last response, or null if it has not responded yet.</summary>
    public Accepts? AcceptedBy(Neighbour neighbour) => accepted.GetValueOrDefault(neighbour);

    /// <summary>
    /// Fetches a page of up to <paramref name="limit"/> of a neighbour's cards; null if nothing is new since the page
    /// with that tag.
    /// </summary>
    /// <exception cref="HttpRequestException">The border is closed; the neighbour cannot be reached, or refuses; or the
    /// page unpacks beyond 8 MiB, with <see cref="HttpRequestError.ConfigurationLimitExceeded"/>.</exception>
    /// <exception cref="JsonException">The response is not a page of a feed.</exception>
    public async Task<(ReceivedPage<TChange>? Page, string? Tag)> FetchCards<TChange>(
        Feed<TChange> feed, Neighbour neighbour, CardCursor from, int limit, string? tag, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            string.Create(
                CultureInfo.InvariantCulture, $"{feed.Path}?limit={limit}&{CardFeedPage.Query(from)}"));
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Timeout);
        await StopIfClosed(neighbour, inTime.Token);
        using var answer =
            await Send(neighbour, request, inTime.Token, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode == HttpStatusCode.NotModified) return (null, tag);
        answer.EnsureSuccessStatusCode();
        // Counts the bytes after unpacking.
        await answer.Content.LoadIntoBufferAsync(Math.Min(MaxBytes, limit * MaxCardBytes), inTime.Token);
        using var page =
            await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), default, cancel);
        return (feed.Read(page.RootElement, from), answer.Headers.ETag?.ToString());
    }

    /// <summary>
    /// Fetches what a neighbour has released; null if nothing is new since the answer with that tag, or if an older
    /// neighbour releases nothing.
    /// </summary>
    /// <exception cref="HttpRequestException">The border is closed; the neighbour cannot be reached, or refuses; or the
    /// answer unpacks beyond 8 MiB.</exception>
    /// <exception cref="JsonException">The response is not a list of months.</exception>
    public async Task<(ReceivedFigures? Figures, string? Tag)> FetchFigures(
        Neighbour neighbour, string? tag, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, LinkEndpoints.Figures);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        await StopIfClosed(neighbour, cancel);
        using var answer = await Send(neighbour, request, cancel);
        if (answer.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NotFound) return (null, tag);
        answer.EnsureSuccessStatusCode();
        using var body =
            await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), default, cancel);
        return (ReceivedFigures.Read(body.RootElement), answer.Headers.ETag?.ToString());
    }

    /// <summary>
    /// Posts a letter. Returns null if it is accepted, or else the code of the refusal. If the neighbour fails while
    /// processing the letter, a separate code says so.
    /// </summary>
    /// <exception cref="HttpRequestException">The neighbour cannot be reached, or accepts no letters at
    /// present.</exception>
    public async Task<string?> Post(Neighbour neighbour, Letter letter, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, LinkEndpoints.Letters)
        {
            Content = JsonContent.Create(Readable(neighbour, letter), options: LinkJson.Sending)
        };
        using var answer = await Send(neighbour, request, cancel);
        if (answer.IsSuccessStatusCode) return null;
        if (answer.StatusCode == HttpStatusCode.InternalServerError) return RequestRefusals.Fault.Code;
        var code = await Code(answer, cancel);
        // These are not about this letter.
        if ((int)answer.StatusCode >= 500 || code is null || code == LinkRefusals.NotTheSender.Code)
            throw new HttpRequestException("The neighbour accepts no letters at present.", null, answer.StatusCode);
        return code;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }

    // A neighbour of the first version refuses a letter with a field that it does not know.
    private Letter Readable(Neighbour neighbour, Letter letter)
    {
        if ((AcceptedBy(neighbour) ?? Accepts.First).Letters.Contains("seatWelcomed")) return letter;
        return letter switch
        {
            SeatAnswered answered => answered with { Told = null },
            MeetingShared shared => shared with { LastReceived = null },
            _ => letter,
        };
    }

    // Nothing is sent to an area behind a closed border, and nothing is read from it either. What was read stays.
    private async Task StopIfClosed(Neighbour neighbour, CancellationToken cancel)
    {
        var closed = await home.Border.GetClosed().WaitAsync(cancel);
        if (closed.Contains(neighbour.Area)) throw new HttpRequestException("The border to the neighbour is closed.");
    }

    private async Task<HttpResponseMessage> Send(
        Neighbour neighbour, HttpRequestMessage request, CancellationToken cancel,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        var answer = await clients[neighbour].SendAsync(request, completion, cancel);
        accepted[neighbour] = Accepts.ReadFrom(answer.Headers);
        return answer;
    }

    private static HttpClient Client(Neighbour neighbour, X509Certificate2? own) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Do not send trace IDs to neighbours.
        ActivityHeadersPropagator = null,
        SslOptions = new()
        {
            ClientCertificates = own is null ? null : [own],
            RemoteCertificateValidationCallback =
                (_, certificate, _, _) =>
                    certificate is X509Certificate2 shown && neighbour.IsIdentifiedBy(shown, Neighbour.Server),
        },
    })
    { BaseAddress = neighbour.Link, Timeout = Timeout, MaxResponseContentBufferSize = MaxBytes };

    // Codes are kept and logged, so whatever does not look like a heading of problems.md is dropped.
    private static async Task<string?> Code(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            if (problem.ValueKind != JsonValueKind.Object || !problem.TryGetProperty("code", out var code)) return null;
            var isCode = code.GetString() is { Length: <= 60 } word
                && word.All(c => char.IsAsciiLetterLower(c) || c is '.' or '-');
            return isCode ? code.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable
            is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
