using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// Kills the area's processes at moments that a seed decides, and starts them again on the same ports.
/// </summary>
internal sealed class Killer(AreaUnderTest area, Random random, Func<Task>? breakDatabase)
{
    private const int MaxSeconds = 8;

    /// <summary>Processes killed so far.</summary>
    public int Kills { get; private set; }

    public int GatewayKills { get; private set; }

    public int DatabaseBreaks { get; private set; }

    /// <summary>
    /// Processes that ended by themselves, as a silo does that finds itself declared dead or cannot reach its database.
    /// </summary>
    public int Ended { get; private set; }

    /// <summary>Kills until it is enough, then waits until everything is up again.</summary>
    public async Task Kill(int kills, TimeSpan atLeast)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (Kills < kills || TimeProvider.System.GetElapsedTime(started) < atLeast)
        {
            await SomeWork(random.Next(3, 30));
            Revive();
            if (breakDatabase is not null && DatabaseBreaks == 0 && Kills >= kills / 2)
            {
                DatabaseBreaks++;
                await breakDatabase();
                continue;
            }
            var victims = Victims();
            await Task.WhenAll(victims.Select(victim => victim.Kill()));
            // Sometimes the others have to manage for a while, sometimes it is back before anybody noticed.
            if (victims.Count < area.Silos.Count && random.Next(2) == 0) await SomeWork(random.Next(1, 15));
            foreach (var victim in victims) victim.Start();
        }
        foreach (var one in area.Silos.Append(area.Gateway))
        {
            await Until.True("everything is up again", 180, async () =>
            {
                Revive();
                return await one.Health("/health/ready") == 200;
            });
        }
    }

    // What a machine's own service supervisor does.
    private void Revive()
    {
        foreach (var one in area.Silos.Append(area.Gateway).Where(one => one.HasEnded))
        {
            Ended++;
            one.Start();
        }
    }

    private List<Running> Victims()
    {
        var victims = new List<Running>();
        if (random.Next(6) == 0) victims.Add(area.Gateway);
        if (victims.Count == 0 || random.Next(4) == 0) victims.Add(area.Silos[random.Next(area.Silos.Count)]);
        if (random.Next(5) == 0) victims.AddRange(area.Silos.Where(silo => random.Next(2) == 0).Except(victims));
        Kills += victims.Count;
        if (victims.Contains(area.Gateway)) GatewayKills++;
        return victims;
    }

    // The next blow falls in the middle of work, not on an area that has not recovered from the last.
    private async Task SomeWork(int acknowledgements)
    {
        var goal = area.Tally.Acknowledged + acknowledgements;
        var started = TimeProvider.System.GetTimestamp();
        await Until.True("some work is done", MaxSeconds + 60, () =>
            Task.FromResult(area.Tally.Acknowledged >= goal
                || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(MaxSeconds)));
    }
}
