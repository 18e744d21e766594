using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Somebody at an area's door for neighbours, with whatever certificate they have.</summary>
internal sealed class Knocking : IDisposable
{
    private readonly HttpClient http;

    public Knocking(LocalArea at, X509Certificate2? shows) : this(at.Link, shows)
    {
    }

    private Knocking(string at, X509Certificate2? shows)
    {
        http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = new()
            {
                ClientCertificates = shows is null ? null : [shows],
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null
            },
        })
        { BaseAddress = new(at), Timeout = TimeSpan.FromSeconds(20) };
    }

    public static Knocking As(LocalArea at, string certificate, string key) =>
        new(at, X509Certificate2.CreateFromPemFile(certificate, key));

    /// <summary>With another area's own certificate.</summary>
    public static Knocking As(string at, LocalArea by) =>
        new(at, X509Certificate2.CreateFromPemFile(by.File("link.pem"), by.File("link.key.pem")));

    public Task<HttpResponseMessage> Get(string path, string? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return http.SendAsync(request);
    }

    public Task<HttpResponseMessage> Post(HttpContent letter) =>
        http.PostAsync(new Uri("/link/v1/letters", UriKind.Relative), letter);

    public async Task<(int Status, string? Code)> Post(Letter letter)
    {
        using var answer = await Post(JsonContent.Create(letter, options: LinkJson.Sending));
        if (answer.IsSuccessStatusCode) return ((int)answer.StatusCode, null);
        return (
            (int)answer.StatusCode,
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    /// <summary>Hands in a letter in the words of another version.</summary>
    public async Task<(int Status, string? Code)> PostJson(JsonNode letter)
    {
        using var answer = await Post(JsonContent.Create(letter));
        if (answer.IsSuccessStatusCode) return ((int)answer.StatusCode, null);
        return (
            (int)answer.StatusCode,
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    public void Dispose() => http.Dispose();
}
