using System.Collections.Concurrent;
using System.Diagnostics;

namespace PeerNet.Bench.Load;

/// <summary>One kind of load.</summary>
/// <param name="Name">The name of its ratio.</param>
/// <param name="Run">Runs the load on one server for a time.</param>
internal sealed record Load(string Name, Func<Door, TimeSpan, Task<Round>> Run)
{
    /// <summary>Runs the load on one server for a time, and measures the server's processor time.</summary>
    public async Task<Round> Measure(Door door, TimeSpan length)
    {
        var before = door.Cpu;
        var round = await Run(door, length);
        return round with { Cpu = (door.Cpu - before) / round.Requests };
    }
}

/// <summary>The three loads.</summary>
internal static class Loads
{
    private static readonly byte[] Here = "{\"mark\":\"present\"}"u8.ToArray();

    public static IReadOnlyList<Load> Of(World world, int workers) =>
    [
        new("spread", (door, length) => Steady(workers, length, random => Log(door, world, random))),
        new("hot", (door, length) => Bursts(door, world, length)),
        new("reads", (door, length) => Steady(workers, length, random => Read(door, world, random))),
    ];

    private static async Task Log(Door door, World world, Random random)
    {
        var crew = world.Crews[random.Next(world.Crews.Count)];
        var answer = await door.Send(
            HttpMethod.Put, $"/api/v1/meetings/{Guid.CreateVersion7()}/record", world.As(crew.Lead),
            crew.Again(crew.Log, door));
        answer.Expect(
            answer.Status == 201 && answer.HeadCount == Crew.HeadCount && answer.People == World.CrewSize, "A log");
    }

    private static async Task Read(Door door, World world, Random random)
    {
        var crew = world.Crews[random.Next(world.Crews.Count)];
        var answer = await door.Send(
            HttpMethod.Get, $"/api/v1/groups/{crew.Id}", world.As(crew.People[random.Next(crew.People.Length)]));
        // Each person is there twice, on the roster and with their name, and whoever asks once more.
        answer.Expect(answer.Status == 200 && answer.People == 2 * World.CrewSize + 1, "A group's page");
    }

    /// <summary>
    /// Runs workers that each send the next request when the last is answered, and at least one however busy the
    /// machine is.
    /// </summary>
    public static async Task<Round> Steady(int workers, TimeSpan length, Func<Random, Task> request)
    {
        var times = new ConcurrentBag<List<TimeSpan>>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(Work));
        return Round.Of(times.SelectMany(list => list), Stopwatch.GetElapsedTime(start));

        async Task Work(int worker)
        {
            await Task.Yield();
            var mine = new List<TimeSpan>();
            var random = new Random(worker);
            do mine.Add(await Timed(() => request(random)));
            while (Stopwatch.GetElapsedTime(start) < length);
            times.Add(mine);
        }
    }

    /// <summary>
    /// One new meeting after another, in which everybody marks themselves at once. Only that is timed.
    /// </summary>
    private static async Task<Round> Bursts(Door door, World world, TimeSpan length)
    {
        var times = new List<TimeSpan>();
        var took = TimeSpan.Zero;
        for (var burst = 0; took < length; burst++)
        {
            var hot = world.Hot[burst % world.Hot.Count];
            var meeting = $"/api/v1/meetings/{Guid.CreateVersion7()}";
            var log = await door.Send(
                HttpMethod.Put, $"{meeting}/record", world.As(hot.Lead), hot.Again(hot.EmptyLog, door));
            log.Expect(log.Status == 201 && log.HeadCount == 0, "An empty log");
            var start = Stopwatch.GetTimestamp();
            times.AddRange(
                await Task.WhenAll(hot.People.Select(person => Timed(() => Come(door, world, meeting, person)))));
            took += Stopwatch.GetElapsedTime(start);
            var all = await door.Send(HttpMethod.Get, meeting, world.As(hot.Lead));
            all.Expect(all.HeadCount == World.HotSize, "A full room");
        }
        return Round.Of(times, took);
    }

    private static async Task Come(Door door, World world, string meeting, Contracts.Members.MemberId person)
    {
        var answer = await door.Send(HttpMethod.Put, $"{meeting}/attendance/{person}", world.As(person), Here);
        answer.Expect(
            answer.Status == 200 && answer.HeadCount is > 0 and <= World.HotSize && answer.People == World.HotSize,
            "A mark");
    }

    private static async Task<TimeSpan> Timed(Func<Task> request)
    {
        var start = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(start);
    }
}
