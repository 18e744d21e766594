using System.Collections.Concurrent;
using System.Net;
using System.Text;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>
/// Traces and metrics arrive where OTLP is pointed, with what operators need and nothing that people wrote.
/// </summary>
public sealed class TelemetryTests(SeededFolder seeds)
{
    [Fact]
    public async Task Traces_and_metrics_arrive_by_OTLP_and_carry_nothing_that_people_wrote()
    {
        using var collector = new Collector();
        await using var network = await seeds.Network(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        await network.Start();
        await network.Shell("""
            people() { node -p "JSON.parse(fs.readFileSync('.peernet/network.json')).areas[0].people.$1"; }
            lead() { people "find(p => p.role == 'lead').$1"; }
            curl -sS -X PUT http://localhost:5101/api/v1/meetings/$(node -p 'crypto.randomUUID()')/record \
              -H "Authorization: Bearer $(lead token)" -H 'Content-Type: application/json' \
              -d '{"groupId":"'$(lead 'groups[0]')'","heldOn":"'$(date +%F)'","startsAt":"10:00",
                "present":["'$(lead memberId)'"],"notes":"quokka7zx"}'
            curl -sS "http://localhost:5101/api/v1/groups?cursor=quokka7zx"
            """);
        string[] metrics = [
            "peernet.meetings.logged",
            "peernet.marks",
            "peernet.refusals",
            "peernet.outbox.age",
            "orleans-app-requests",
            "http.server.request.duration"
        ];
        await Until.True(
            "every meter has sent",
            30,
            () => Task.FromResult(metrics.All(name => collector.Heard("/v1/metrics", name))));
        string[] sources = ["Microsoft.Orleans.Application", "Microsoft.Orleans.Storage", "Microsoft.AspNetCore"];
        await Until.True(
            "every source has sent",
            30,
            () => Task.FromResult(sources.All(name => collector.Heard("/v1/traces", name))));
        Assert.False(collector.Heard("/v1/metrics", "quokka7zx") || collector.Heard("/v1/traces", "quokka7zx"));
    }

    /// <summary>Takes what is sent by OTLP over HTTP; names in protobuf are plain UTF-8.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> heard = new();
        private readonly HttpListener listener = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{Ports.Free()}";
            listener.Prefixes.Add($"{Address}/");
            listener.Start();
            _ = Listen();
        }

        public string Address { get; }

        public bool Heard(string path, string word) =>
            heard.Any(sent => sent.Path == path && sent.Body.Contains(word, StringComparison.Ordinal));

        public void Dispose() => listener.Close();

        private async Task Listen()
        {
            while (listener.IsListening)
            {
                try
                {
                    var sent = await listener.GetContextAsync();
                    using var reader = new StreamReader(sent.Request.InputStream, Encoding.UTF8);
                    heard.Enqueue((sent.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                    sent.Response.Close();
                }
                catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
