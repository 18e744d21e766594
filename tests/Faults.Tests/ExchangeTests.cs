using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>Two areas that exchange letters while their processes are killed at random.</summary>
public sealed class ExchangeTests(ExchangeTests.Shared shared) : IClassFixture<ExchangeTests.Shared>
{
    private static readonly int Exchanges = Extent.Of(usual: 60, whole: 500);
    private const int RacersOfEach = 5, RacesAtOnce = 8, MakersPerArea = 5;
    private const int SideBySide = 24;
    // Each meeting is told to each guest of the group: more guests in fewer groups would be more letters and no more
    // exchanges.
    private const int GroupsEach = 50;

    // Blows fall by how far the work has come, not by the clock: a slow machine is dealt no more of them than a quick
    // one, and each falls into work.
    private const int BetweenBlows = 30, BetweenRaceBlows = 20;

    // Ten take-ups each.
    private static readonly int Races = Extent.Of(usual: 6, whole: 50);

    [Fact]
    public async Task Two_areas_agree_in_the_end_however_their_processes_are_killed()
    {
        var (one, other) = await shared.Start();
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
        await Settled(one, other);
        var disagreements = new List<string>();
        foreach (var exchange in exchanges) if (await exchange.Disagreement() is { } found) disagreements.Add(found);
        Assert.Empty(disagreements);
        Assert.Equal((0, 0), (await Letters(one, "parkedLetters"), await Letters(other, "parkedLetters")));
        Assert.InRange(blows.Kills, Exchanges / BetweenBlows - 1, int.MaxValue);
        Figures.Write(
            $"{exchanges.Count} exchanges between two areas on PostgreSQL in {TimeProvider.System.GetElapsedTime(
                started).TotalSeconds:0} s; {blows.Kills} kills; lost 0, applied twice 0");
    }

    [Fact]
    public async Task An_offer_has_one_winner_of_two_areas_however_their_processes_are_killed()
    {
        var (one, other) = await shared.Start();
        using var blows = new Blows(one, other);
        var through = 0;
        var races = Of(one, other, Settles).Concat(Of(other, one, Settles)).ToList();
        await Task.WhenAll(races.Select(race => race.Open()));
        await Task.WhenAll(races.Select(race => race.IsFound()));

        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            races, new ParallelOptions { MaxDegreeOfParallelism = RacesAtOnce }, async (race, _) => await race.Run());
        await Settled(one, other);
        var findings = await Findings(races);
        Figures.Write(
            $"{through} take-ups of {races.Count} offers by people of two areas in {TimeProvider.System.GetElapsedTime(
                started).TotalSeconds:0} s; {blows.Kills} kills; wrong {findings.Count}");
        Assert.Empty(findings);
        Assert.InRange(through, 10 * races.Count, int.MaxValue);
        Assert.Equal((0, 0), (await Letters(one, "parkedLetters"), await Letters(other, "parkedLetters")));
        Assert.InRange(blows.Kills, 10 * Races / BetweenRaceBlows, int.MaxValue);

        async Task Settles()
        {
            if (Interlocked.Increment(ref through) % BetweenRaceBlows == 0) await blows.Fall();
        }
    }

    // A letter may have caused another after its area was looked at, so the two sides agree in the end but not at once.
    private static async Task<IReadOnlyList<Finding>> Findings(IReadOnlyList<Race> races)
    {
        IReadOnlyList<Finding> findings = [];
        var started = TimeProvider.System.GetTimestamp();
        await Until.True("takers and makers are compared", 60, async () =>
        {
            var raced = await Task.WhenAll(races.Select(race => race.Look()));
            findings = [.. raced.SelectMany(RaceChecker.Find)];
            return findings.Count == 0 || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(30);
        }, everyMilliseconds: 1000);
        return findings;
    }

    private static IEnumerable<Race> Of(LinkedArea home, LinkedArea away, Func<Task> settles)
    {
        var makers = home.People("lead").Take(MakersPerArea).Select(person => person.Sends).ToList();
        var racers = new[] { home, away }
            .Select(area => area.People("member").Select(person => new Racer(area, person.Sends)).ToList())
            .ToList();
        // Those of the other area come last.
        return Enumerable.Range(0, Races / 2).Select(number => new Race(
            home,
            makers[number % makers.Count],
            [.. racers.SelectMany(of => Enumerable.Range(number * RacersOfEach, RacersOfEach)
                .Select(place => of[place % of.Count]))],
            number,
            settles));
    }

    private static async Task Settled(LinkedArea one, LinkedArea other)
    {
        await Task.WhenAll(one.Ready(), other.Ready());
        foreach (var area in new[] { one, other })
            await Until.True(
                $"no letter of {area.Id} waits", 60, async () => await Letters(area, "waitingLetters") == 0);
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

    /// <summary>One network for all: its first start takes as long as a test.</summary>
    public sealed class Shared(Postgres server) : IAsyncDisposable
    {
        private LinkedNetwork? network;

        internal async Task<(LinkedArea One, LinkedArea Other)> Start()
        {
            Postgres.Demand();
            network ??= await LinkedNetwork.Start(
                new(null, LocalNetwork.AMonth, "--fresh", "--processes", "--postgres", await server.Server()));
            await Task.WhenAll(network.Areas[0].Ready(), network.Areas[2].Ready());
            return (network.Areas[0], network.Areas[2]);
        }

        public async ValueTask DisposeAsync()
        {
            if (network is not null) await network.DisposeAsync();
        }
    }
}
