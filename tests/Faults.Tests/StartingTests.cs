using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>How the programs start and end.</summary>
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
    public async Task A_Gateway_waits_for_a_silo_that_starts_after_it_and_both_exit_cleanly_and_soon_when_asked()
    {
        await using var area = AreaUnderTest.OnSqlite();
        area.Gateway.Start();
        await Until.True("it lives", 60, async () => await area.Gateway.Health("/health/live") == 200);
        await area.IsUnreachable(AreaUnderTest.AnswerTimeout);
        area.Silos[0].Start();
        await area.Gateway.Ready();
        Assert.Equal(200, (await area.Visitor.Once(HttpMethod.Get, "/api/v1/area")).Status);
        await Until.True("it reads the area's own cards", 10, async () =>
            (await area.Visitor.Once(HttpMethod.Get, "/api/v1/groups")).Body
                .Contains("\"reachable\":true", StringComparison.Ordinal));
        // Before its first connection Orleans throws one at whoever calls, and they are told to come back.
        Assert.DoesNotContain(
            await File.ReadAllLinesAsync(area.Gateway.Log, TestContext.Current.CancellationToken),
            line => line.Contains("NullReference", StringComparison.Ordinal)
                && !line.Contains("not responding", StringComparison.Ordinal));
        Assert.Empty(area.Tally.Faults);

        var asked = Traffic.Now;
        Assert.Equal(0, await area.Silos[0].Terminate());
        Assert.Equal(0, await area.Gateway.Terminate());
        Assert.InRange(Traffic.Now - asked, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        area.Finished = true;
    }
}
