using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>Two areas that exchange letters while their processes are killed at random.</summary>
public sealed class ExchangeTests(Postgres server)
{
    private const int Exchanges = 500;
    private const int SideBySide = 24;
    // Each meeting is told to each guest of the group: more guests in fewer groups would be more letters and no more
    // exchanges.
    private const int GroupsEach = 50;

    // Blows fall by how far the work has come, not by the clock: a slow machine is dealt no more of them than a quick
    // one, and each falls into work.
    private const int BetweenBlows = 40;

    [Fact]
    public async Task Two_areas_agree_in_the_end_however_their_processes_are_killed()
    {
        Postgres.Demand();
        await using var network = await LinkedNetwork.Start("--postgres", await server.Server());
        var one = network.Areas[0];
        var other = network.Areas[2];
        var exchanges = (await Between(one, other)).Concat(await Between(other, one)).ToList();
        Assert.Equal(Exchanges, exchanges.Count);

        var started = TimeProvider.System.GetTimestamp();
        using var blows = new Blows(one, other);
        var through = 0;
        await Parallel.ForEachAsync(
            exchanges, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (exchange, _) =>
        {
            await exchange.Run();
            if (Interlocked.Increment(ref through) % BetweenBlows == 0) await blows.Fall();
        });
        await Task.WhenAll(one.Ready(), other.Ready());

        foreach (var area in new[] { one, other })
            await Until.True(
                $"no letter of {area.Id} waits", 60, async () => await Letters(area, "waitingLetters") == 0);
        var disagreements = new List<string>();
        foreach (var exchange in exchanges) if (await exchange.Disagreement() is { } found) disagreements.Add(found);
        Assert.Empty(disagreements);
        Assert.Equal((0, 0), (await Letters(one, "parkedLetters"), await Letters(other, "parkedLetters")));
        Assert.InRange(blows.Kills, 10, int.MaxValue);
        Figures.Write(
            $"{exchanges.Count} exchanges between two areas on PostgreSQL in {TimeProvider.System.GetElapsedTime(
                started).TotalSeconds:0} s; {blows.Kills} kills; lost 0, applied twice 0");
    }

    private static async Task<List<Exchange>> Between(LinkedArea home, LinkedArea away)
    {
        var lead = away.People("lead")[0].Sends;
        var groups = Enumerable.Range(0, GroupsEach).Select(_ => new GroupId(Guid.CreateVersion7())).ToList();
        foreach (var group in groups)
            await lead.Insist(
                HttpMethod.Put,
                $"/api/v1/groups/{group}",
                new GroupDescription { Name = "Open to neighbours", Joining = Joining.Ask });
        var pairs = from person in home.People("member") from @group in groups select (person.Sends, @group);
        return [.. pairs.Take(Exchanges / 2)
            .Select((pair, number) => new Exchange(home, pair.Sends, away, lead, pair.group, number))];
    }

    private static async Task<int> Letters(LinkedArea area, string which)
    {
        return (await area.People("coordinator")[0].Sends.Insist(HttpMethod.Get, "/api/v1/area")).As<JsonElement>()
            .GetProperty("neighbours").EnumerateArray().Sum(neighbour => neighbour.GetProperty(which).GetInt32());
    }
}
