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
    private const int GroupsEach = 25;

    [Fact]
    public async Task Two_areas_agree_in_the_end_however_their_processes_are_killed()
    {
        Postgres.Demand();
        await using var network = await LinkedNetwork.Start("--postgres", await server.Server());
        var (one, other) = (network.Areas[0], network.Areas[2]);
        var exchanges = (await Between(one, other)).Concat(await Between(other, one)).ToList();
        Assert.Equal(Exchanges, exchanges.Count);

        using var enough = new CancellationTokenSource();
        var killing = Kill([.. one.Both, .. other.Both], enough.Token);
        await Parallel.ForEachAsync(exchanges, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (exchange, _) => await exchange.Run());
        await enough.CancelAsync();
        var kills = await killing;
        await Task.WhenAll(one.Ready(), other.Ready());

        foreach (var area in new[] { one, other })
            await Until.True($"no letter of {area.Id} waits", 60, async () => await Letters(area, "waitingLetters") == 0);
        var disagreements = new List<string>();
        foreach (var exchange in exchanges) if (await exchange.Disagreement() is { } found) disagreements.Add(found);
        Assert.Empty(disagreements);
        Assert.Equal((0, 0), (await Letters(one, "parkedLetters"), await Letters(other, "parkedLetters")));
        Assert.InRange(kills, 10, int.MaxValue);
        TestContext.Current.SendDiagnosticMessage($"{exchanges.Count} exchanges, {kills} kills");
    }

    private static async Task<List<Exchange>> Between(LinkedArea home, LinkedArea away)
    {
        var lead = away.People("lead")[0].Sends;
        var groups = Enumerable.Range(0, GroupsEach).Select(_ => new GroupId(Guid.CreateVersion7())).ToList();
        foreach (var group in groups)
            await lead.Insist(HttpMethod.Put, $"/api/v1/groups/{group}", new GroupDescription { Name = "Open to neighbours", Joining = Joining.Ask });
        var pairs = from person in home.People("member") from @group in groups select (person.Sends, @group);
        return [.. pairs.Take(Exchanges / 2).Select((pair, number) => new Exchange(home, pair.Sends, away, lead, pair.group, number))];
    }

    private static async Task<int> Kill(Running[] all, CancellationToken enough)
    {
        var (random, kills) = (new Random(), 0);
        while (!enough.IsCancellationRequested)
        {
            await Until.Later(TimeSpan.FromMilliseconds(random.Next(2500, 8000)));
            var victims = random.Next(4) == 0 ? all.Where(_ => random.Next(2) == 0).ToArray() : [all[random.Next(all.Length)]];
            await Task.WhenAll(victims.Select(victim => victim.Kill()));
            kills += victims.Length;
            await Until.Later(TimeSpan.FromMilliseconds(random.Next(10, 1500)));
            foreach (var ended in all.Where(process => process.HasEnded)) ended.Start();
            // The next blow falls into work, not into a start.
            foreach (var back in all) await back.Ready(120);
        }
        return kills;
    }

    private static async Task<int> Letters(LinkedArea area, string which) =>
        (await area.People("coordinator")[0].Sends.Insist(HttpMethod.Get, "/api/v1/area")).As<JsonElement>()
            .GetProperty("neighbours").EnumerateArray().Sum(neighbour => neighbour.GetProperty(which).GetInt32());
}
