using System.Collections.Concurrent;
using System.Net;
using System.Text;
using PeerNet.Locality.Tests.Story;
using PeerNet.Scenarios;

[assembly: AssemblyFixture(typeof(PeerNet.Locality.Tests.Networks.Collector))]

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// Takes traces and metrics by OTLP over HTTP from all that runs here. Programs learn of it by their environment, so
/// there is one for all tests.
/// </summary>
public sealed class Collector : IDisposable
{
    private const string AreaOf = "peernet.area";

    private readonly ConcurrentQueue<(string Path, byte[] Body)> heard = new();
    private readonly HttpListener listener = new();

    public Collector()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        foreach (var (name, value) in ((string, string)[])
            [
                ("ENDPOINT", address), ("PROTOCOL", "http/protobuf")
            ]) Environment.SetEnvironmentVariable($"OTEL_EXPORTER_OTLP_{name}", value);
        // All metrics are told each time, by six programs: any oftener, and that would be half of the work here.
        Environment.SetEnvironmentVariable("OTEL_METRIC_EXPORT_INTERVAL", "3000");
        Environment.SetEnvironmentVariable("OTEL_BSP_SCHEDULE_DELAY", "1000");
        listener.Prefixes.Add($"{address}/");
        listener.Start();
        _ = Listen();
    }

    /// <summary>Whether that text was sent.</summary>
    internal bool Heard(string word) =>
        heard.Any(sent => sent.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    /// <summary>The amount received so far, as a starting point.</summary>
    internal int Count => heard.Count;

    /// <summary>
    /// Waits until that many programs have told their metrics once more, and so all that they had to tell before.
    /// </summary>
    internal Task HearsOnceMore(int programs)
    {
        var before = heard.Count;
        return Eventually.So("all metrics are sent", () => Task.FromResult(
            heard.Skip(before).Count(sent => sent.Path == "/v1/metrics") >= programs));
    }

    /// <summary>
    /// What was sent since then. In one process each exporter receives data of all areas, so its area is unknown.
    /// </summary>
    internal IEnumerable<Piece> Pieces(int since, IReadOnlyList<string> areas, bool inOneProcess)
    {
        return heard.Skip(since).Select(sent => new Piece(
            inOneProcess ? Zones.Together : AreaIn(sent.Body, areas), $"OTLP {sent.Path}", sent.Body,
            ForOperators: true));
    }

    public void Dispose() => listener.Close();

    // The resource says the area; names in protobuf are plain.
    private static string AreaIn(byte[] body, IReadOnlyList<string> areas)
    {
        var text = Encoding.Latin1.GetString(body);
        var at = text.IndexOf(AreaOf, StringComparison.Ordinal);
        return at < 0
            ? Zones.Together
            : areas.Single(area => text.AsSpan(at + AreaOf.Length, 40).Contains(area, StringComparison.Ordinal));
    }

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var sent = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await sent.Request.InputStream.CopyToAsync(body);
                heard.Enqueue((sent.Request.Url!.AbsolutePath, body.ToArray()));
                sent.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
