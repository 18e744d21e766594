using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>A caller of an area's link, with or without a certificate.</summary>
internal sealed class LinkCaller : IDisposable
{
    private readonly HttpClient http;

    public LinkCaller(LocalArea at, X509Certificate2? certificate) : this(at.Link, certificate)
    {
    }

    private LinkCaller(string at, X509Certificate2? certificate)
    {
        http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = new()
            {
                ClientCertificates = certificate is null ? null : [certificate],
                RemoteCertificateValidationCallback = (_, server, _, _) => server is not null
            },
        })
        { BaseAddress = new(at) };
    }

    public static LinkCaller As(LocalArea at, string certificate, string key) =>
        new(at, X509Certificate2.CreateFromPemFile(certificate, key));

    /// <summary>With another area's own certificate.</summary>
    public static LinkCaller As(string at, LocalArea by) =>
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

    /// <summary>Posts a letter in another version's format.</summary>
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
