using Xunit.Sdk;
using Xunit.v3;
using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

[assembly: AssemblyFixture(typeof(Postgres))]
[assembly: AssemblyFixture(typeof(SeededFolder))]
// Each test runs several processes; two at a time would only measure each other.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PeerNet.Faults.Tests;

public sealed class CampaignTests(Postgres server)
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(Extent.Of(usual: 10, whole: 45));

    [Fact]
    public async Task Three_silos_on_postgresql_lose_and_double_nothing_however_they_are_killed()
    {
        Postgres.Demand();
        await using var area = await AreaUnderTest.OnPostgresql(server);
        await area.Start();
        await Hold(area, new(area, "PostgreSQL, 3 silos", Seed, server.Crash));
    }

    [Fact]
    public async Task One_silo_on_sqlite_loses_and_doubles_nothing_however_it_is_killed()
    {
        await using var area = AreaUnderTest.OnSqlite();
        await area.Start();
        await Hold(area, new(area, "SQLite, 1 silo", Seed));
    }

    private static async Task Hold(AreaUnderTest area, Campaign campaign)
    {
        var findings = await campaign.Run(AtLeast);
        Assert.Empty(findings);
        Assert.Empty(area.Tally.Refusals);
        Assert.Empty(area.Tally.Faults);
        area.Finished = true;
    }

    /// <summary>
    /// PEERNET_SEED repeats a run; the moments of the kills are then the same by the count of work done, not by the
    /// clock.
    /// </summary>
    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("PEERNET_SEED"), out var seed) ? seed : Random.Shared.Next();
}
