using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// Stands between each two Gateways, where TLS hides nothing from it: it shows each the other's certificate, which a
/// test on one machine can, and keeps all that is said. Gateways find it at the ports that it gives as their
/// neighbours'.
/// </summary>
internal sealed class Tap : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Connection", "Transfer-Encoding", "Keep-Alive", "Date"];

    private readonly Dictionary<int, Way> ways;
    private readonly ConcurrentQueue<Exchange> heard = new();
    private readonly WebApplication app;

    /// <summary>How many ports it needs.</summary>
    public static int PortsOf(int areas) => areas * (areas - 1);

    /// <summary>Makes a way for each two areas, in each direction, on ports from that one.</summary>
    public Tap(IReadOnlyList<LocalArea> areas, int firstPort)
    {
        ways = areas.SelectMany(_ => areas, (caller, called) => (caller, called)).Where(two => two.caller != two.called)
            .Select((two, place) => new Way(two.caller, two.called, firstPort + place)).ToDictionary(way => way.Port);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var way in ways.Values)
            {
                kestrel.Listen(IPAddress.Loopback, way.Port, listen => listen.UseHttps(https =>
                {
                    https.ServerCertificate = way.Shown;
                    https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                    https.AllowAnyClientCertificate();
                }));
            }
        });
        app = builder.Build();
        app.Run(http => Pass(ways[http.Connection.LocalPort], http));
    }

    /// <summary>All that was said so far, in the order in which it was answered.</summary>
    public IReadOnlyList<Exchange> Heard => [.. heard];

    /// <summary>While true, new cards are held back, so that a test decides when they are sent.</summary>
    public bool HoldsCards { get; set; }

    /// <summary>What a test does to what passes: given the way, and the body of a request or an answer.</summary>
    public Func<(string From, string To, string Path), byte[], byte[]> Change { get; set; } = (_, body) => body;

    /// <summary>An area as its neighbour is configured to reach it: through the tap.</summary>
    public LocalArea SeenFrom(LocalArea caller, LocalArea called, Func<LocalArea, AreaPorts, LocalArea> at)
    {
        return at(
            called,
            called.Ports with { Link = ways.Values.Single(way => way.Caller == caller && way.Called == called).Port });
    }

    /// <summary>A client with one area's certificate that calls the other through the tap.</summary>
    public HttpClient Client(string caller, string called)
    {
        var way = ways.Values.Single(one => one.Caller.Area.Value == caller && one.Called.Area.Value == called);
        return way.Client($"https://127.0.0.1:{way.Port}");
    }

    public Task Start() => app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        foreach (var way in ways.Values) way.Dispose();
    }

    private async Task Pass(Way way, HttpContext http)
    {
        var path = $"{http.Request.Path}{http.Request.QueryString}";
        if (HoldsCards && HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            // Otherwise it would look like a neighbour of the first version, which is not told where guests are to go.
            Accepts.Here.WriteTo(http.Response.Headers);
            return;
        }
        var names = (way.Caller.Area.Value, way.Called.Area.Value, path);
        var body = Change(names, await Read(http.Request.Body, http.RequestAborted));
        using var request = new HttpRequestMessage(new(http.Request.Method), path);
        if (body.Length > 0) request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in http.Request.Headers.Where(
            header => header.Key is not "Content-Length" && !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        try
        {
            using var answer = await way.Through.SendAsync(request, http.RequestAborted);
            var answered = Change(names, await answer.Content.ReadAsByteArrayAsync(http.RequestAborted));
            heard.Enqueue(new(names.Item1, names.Item2, Head(
                $"{http.Request.Method} {path}",
                http.Request.Headers.Select(header => (header.Key, $"{header.Value}"))), body,
                Head($"{(int)answer.StatusCode}", answer.Headers.Concat(answer.Content.Headers)
                    .Select(header => (header.Key, string.Join(", ", header.Value)))), answered));
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not "Content-Length" && !OfTheConnection.Contains(header.Key)))
                http.Response.Headers[name] = values.ToArray();
            if (answered.Length > 0) await http.Response.Body.WriteAsync(answered, http.RequestAborted);
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    private static string Head(string line, IEnumerable<(string Name, string Value)> headers)
    {
        return string.Create(
            CultureInfo.InvariantCulture, $"{line}\n{string.Concat(headers.Where(header => header.Name != "Date")
                .OrderBy(header => header.Name, StringComparer.Ordinal)
                .Select(header => $"{header.Name}: {header.Value}\n"))}\n");
    }

    private static async Task<byte[]> Read(Stream body, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, cancel);
        return whole.ToArray();
    }

    /// <summary>From one area to another.</summary>
    private sealed class Way(LocalArea caller, LocalArea called, int port) : IDisposable
    {
        private HttpClient? through;

        public LocalArea Caller => caller;

        public LocalArea Called => called;

        public int Port => port;

        public X509Certificate2 Shown { get; } = Certificate(called);

        public HttpClient Through => through ??= Client(called.Link);

        public HttpClient Client(string at) => new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            SslOptions = new() { ClientCertificates = [Certificate(caller)], RemoteCertificateValidationCallback =
                (_, shown, _, _) => shown?.GetCertHashString() == Shown.GetCertHashString() },
        })
        { BaseAddress = new(at) };

        public void Dispose()
        {
            through?.Dispose();
            Shown.Dispose();
        }

        private static X509Certificate2 Certificate(LocalArea area) =>
            X509Certificate2.CreateFromPemFile(area.File("link.pem"), area.File("link.key.pem"));
    }
}
