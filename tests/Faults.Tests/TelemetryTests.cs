using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests;

/// <summary>
/// Traces and metrics arrive where OTLP is pointed, with what operators need and nothing that people wrote.
/// </summary>
[Collection(SharedNetwork.Name)]
public sealed class TelemetryTests(SharedNetwork shared)
{
    [Fact]
    public async Task Traces_and_metrics_arrive_by_OTLP_and_carry_nothing_that_people_wrote()
    {
        var network = await shared.Running();
        var last = Guid.CreateVersion7();
        await network.Shell($$"""
            people() { node -p "JSON.parse(fs.readFileSync('.peernet/network.json')).areas[0].people.$1"; }
            lead() { people "find(p => p.role == 'lead').$1"; }
            curl -sS -X PUT http://localhost:5101/api/v1/meetings/$(node -p 'crypto.randomUUID()')/record \
              -H "Authorization: Bearer $(lead token)" -H 'Content-Type: application/json' \
              -d '{"groupId":"'$(lead 'groups[0]')'","heldOn":"'$(date +%F)'","startsAt":"10:00",
                "present":["'$(lead memberId)'"],"notes":"quokka7zx"}'
            curl -sS "http://localhost:5101/api/v1/groups?cursor=quokka7zx"
            curl -sS "http://localhost:5101/api/v1/groups/{{last}}"
            """);
        var told = shared.Collector.Count("/v1/metrics");
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
            () => Task.FromResult(metrics.All(name => shared.Collector.Heard("/v1/metrics", name))));
        string[] sources = ["Microsoft.Orleans.Application", "Microsoft.Orleans.Storage", "Microsoft.AspNetCore"];
        await Until.True(
            "every source has sent",
            30,
            () => Task.FromResult(sources.All(name => shared.Collector.Heard("/v1/traces", name))));
        // Others have sent before.
        await Until.True("what came last is sent", 30, () => Task.FromResult(
            shared.Collector.Heard("/v1/traces", $"{last}") && shared.Collector.Count("/v1/metrics") >= told + 2));
        Assert.All(
            (string[])["/v1/metrics", "/v1/traces"],
            path => Assert.False(shared.Collector.Heard(path, "quokka7zx")));
    }
}
