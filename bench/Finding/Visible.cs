using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PeerNet.Bench.Finding;

/// <summary>
/// How long it takes from founding a group until it is found in its own area and in the others; asks a running local
/// network.
/// </summary>
internal static class Visible
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    public static async Task Run(FileInfo network, int times)
    {
        var areas = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(network.FullName))
            .GetProperty("areas")
            .EnumerateArray()
            .ToList();
        var lead = areas[0].GetProperty("people")
            .EnumerateArray()
            .First(person => person.GetProperty("role").GetString() == "lead");
        var doors = areas.Select(
            area => new HttpClient { BaseAddress = new($"{area.GetProperty("url").GetString()}/api/v1/") }).ToList();
        doors[0].DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", lead.GetProperty("token").GetString());
        var took = areas.Select(_ => new List<double>()).ToList();
        for (var time = 0; time < times; time++)
        {
            var id = Guid.CreateVersion7();
            var word = $"bench{Guid.CreateVersion7():N}"[..20] + time;
            var started = TimeProvider.System.GetTimestamp();
            (await doors[0].PutAsJsonAsync($"groups/{id}", new { name = $"A group called {word}" }))
                .EnsureSuccessStatusCode();
            foreach (var (place, milliseconds) in (await Task.WhenAll(doors.Select(door => Found(door, word, started))))
                .Index()) took[place].Add(milliseconds);
        }
        foreach (var (area, all) in areas.Zip(took))
        {
            all.Sort();
            Console.WriteLine($"visible {area.GetProperty("id")
                .GetString()} p50 {all[all.Count / 2]:0} ms, p99 {all[(int)(all.Count * 0.99)]:0} ms, of {all.Count}");
        }
    }

    private static async Task<double> Found(HttpClient door, string word, long started)
    {
        using var clock = new PeriodicTimer(Often);
        while ((await door.GetFromJsonAsync<JsonElement>($"groups?text={word}")).GetProperty("total").GetInt32() == 0)
            await clock.WaitForNextTickAsync();
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }
}
