using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;
using PeerNet.Scenarios;
using Xunit.Sdk;
using Xunit.v3;

// Each test is three areas with the machine's cores between them, and all of them tell one collector.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PeerNet.Locality.Tests;

/// <summary>An area's data never leaves it: runs the whole story, then searches for its data everywhere.</summary>
public sealed class LocalityTests(Collector collector)
{
    [Fact]
    public async Task Nothing_of_an_area_is_found_in_another_or_between_them_and_all_of_it_is_found_at_home()
    {
        await using var network = await RunningNetwork.Here(collector).Start();
        await Holds(network);
    }

    [Fact]
    public async Task The_same_holds_with_a_process_for_each_silo_and_Gateway_and_on_postgresql()
    {
        Postgres.Demand();
        await using var network = await (await RunningNetwork.InProcesses(collector)).Start();
        var verdict = await Holds(network);
        // Its eyes reach into the server's own files, and into memory.
        foreach (var kept in (string[])["base/", "pg_wal/", "memory of its silo", "memory of its gateway"])
            Assert.All(RunningNetwork.Names, area => Assert.Contains(verdict.Findings, finding =>
                finding.Piece.Zone == area && finding.Piece.Where.StartsWith(kept, StringComparison.Ordinal)));
    }

    private static async Task<Verdict> Holds(RunningNetwork network)
    {
        var story = new Telling(network, World.New());
        await story.All();
        await story.Pages();
        var verdict = new Verdict(story.Canaries, await network.Evidence(), network.MemoryOfProcesses());
        verdict.Holds();
        MonthsAreSafe(network, story);
        return verdict;
    }

    // An exact number is no canary: there are others like it.
    private static void MonthsAreSafe(RunningNetwork network, Telling story)
    {
        var crossed = CrossedMonths.In(network.Tap);
        Assert.All(crossed, one => Assert.True(CrossedMonths.IsSafe(one.Month), $"{one.From}: {one.Month}"));
        Assert.All(story.Casts, cast => Assert.Equal(
            [(cast.PublishesNumbers ? 20 : null, null, null)],
            crossed.Where(one => one.From == cast.Area)
                .Select(one => one.Month)
                .Where(month => month.GetProperty("startsOn").GetString() == $"{Telling.Month:O}")
                .Select(month => (
                    CrossedMonths.PeopleOf(month, "everybody"), CrossedMonths.PeopleOf(month, "women"),
                    CrossedMonths.PeopleOf(month, "men")))
                .Distinct()));
    }
}
