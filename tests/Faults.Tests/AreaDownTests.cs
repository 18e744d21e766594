using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>The only silo of an area is down: callers are told at once, and the Gateway itself stays healthy.</summary>
public sealed class AreaDownTests(Postgres server)
{
    [Fact]
    public async Task A_lone_silo_takes_its_own_place_and_if_it_hangs_the_gateway_says_when_to_come_back()
    {
        await using var area = AreaUnderTest.OnSqlite();
        await Returns(await area.Start(), "SQLite");
        var traffic = await Traffic.Begin(area);
        await area.Silos[0].Hang();
        await area.IsUnreachable(AreaUnderTest.AnswerTimeout);
        await area.Silos[0].GoOn();
        await traffic.Answered(30);
        Assert.All(
            await traffic.End(),
            one => Assert.InRange(one.Answer.Took, TimeSpan.Zero, AreaUnderTest.AnswerTimeout));
        Assert.Empty(area.Tally.Faults);
        area.Finished = true;
    }

    [Fact]
    public async Task A_lone_silo_on_postgresql_does_not_wait_for_its_own_ghost()
    {
        Postgres.Demand();
        await using var area = await AreaUnderTest.OnPostgresql(server, silos: 1);
        await Returns(await area.Start(), "PostgreSQL");
        area.Finished = true;
    }

    private static async Task Returns(AreaUnderTest area, string database)
    {
        var traffic = await Traffic.Begin(area);
        await area.Silos[0].Kill();
        var started = Traffic.Now;
        area.Silos[0].Start();
        var served = await Until.True(
            "a write is stored again",
            30,
            () => Task.FromResult(traffic.Answers.Any(one => one.Sent > started && one.Answer.Acknowledged)));
        await traffic.Answered(30);
        var answers = await traffic.End();
        Figures.Write(
            $"A lone silo on {database}, killed and started on its ports: the first write is stored "
                + $"after {served.TotalSeconds:0.0} s, all that were sent {traffic.ServedAgain(
                started).TotalSeconds:0.0} s after it; slowest answer {answers.Max(
                    one => one.Answer.Took).TotalSeconds:0.0} s");
        Assert.Empty(area.Tally.Faults);
    }
}
