using System.Net.Http.Headers;
using PeerNet.Bench.Servers;

namespace PeerNet.Bench.Load;

/// <summary>
/// The connection to one server: pooled connections and a client that does nothing but send and read.
/// </summary>
internal sealed class Door(string name, ServerProcess server) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>The server's name in the report.</summary>
    public string Name { get; } = name;

    /// <summary>The processor time that the server has used.</summary>
    public TimeSpan Cpu => server.Cpu;

    /// <summary>Sends one request and reads its answer whole.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, string token, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(method, server.Url + path);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        using var response = await http.SendAsync(request, CancellationToken.None);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();
}
