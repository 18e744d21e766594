using System.Net;
using System.Net.NetworkInformation;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>How the programs start, end, and what they open to the world meanwhile.</summary>
public sealed class StartingTests(Postgres server)
{
    [Fact]
    public async Task Migrating_succeeds_and_can_be_repeated()
    {
        Postgres.Demand();
        await using var sqlite = AreaUnderTest.OnSqlite();
        await using var postgresql = await AreaUnderTest.OnPostgresql(server, silos: 1);
        foreach (var area in (AreaUnderTest[])[sqlite, postgresql])
        {
            for (var time = 0; time < 2; time++)
            {
                area.Silos[0].Start("migrate");
                Assert.Equal(0, await area.Silos[0].Ended());
            }
            area.Finished = true;
        }
    }

    [Fact]
    public async Task A_silo_listens_where_it_says_and_nowhere_else()
    {
        Postgres.Demand();
        await using var area = await AreaUnderTest.OnPostgresql(server, silos: 1);
        area.Silos[0].Start();
        await area.Silos[0].Ready();
        var listening = IPGlobalProperties.GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .ToLookup(at => at.Port, at => at.Address);
        Assert.All(area.OrleansPorts, port => Assert.Equal([IPAddress.Loopback], listening[port]));
        area.Finished = true;
    }

    [Fact]
    public async Task A_Gateway_that_starts_before_its_silo_waits_for_it_and_reports_no_fault()
    {
        await using var area = AreaUnderTest.OnSqlite();
        area.Gateway.Start();
        await Until.True("it lives", 30, async () => await area.Gateway.Health("/health/live") == 200);
        Assert.Equal(503, await area.Gateway.Health("/health/ready"));
        area.Silos[0].Start();
        await area.Gateway.Ready();
        await Until.True("it reads the area's own cards", 10, async () =>
            (await area.Visitor.Once(HttpMethod.Get, "/api/v1/groups")).Body
                .Contains("\"reachable\":true", StringComparison.Ordinal));
        var log = await File.ReadAllTextAsync(area.Gateway.Log, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("NullReference", log, StringComparison.Ordinal);
        area.Finished = true;
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_exits_cleanly_and_soon()
    {
        await using var area = AreaUnderTest.OnSqlite();
        await area.Start();
        var asked = Traffic.Now;
        Assert.Equal(0, await area.Silos[0].Terminate());
        Assert.Equal(0, await area.Gateway.Terminate());
        Assert.InRange(Traffic.Now - asked, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        area.Finished = true;
    }
}
