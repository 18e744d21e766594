using System.Net.Http.Json;
using System.Text.Json;
using PeerNet.Contracts.Areas;

namespace PeerNet.Local;

/// <summary>Waits for areas to read each other's feeds.</summary>
internal static class Neighbourhood
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Waits until every area's finder has everything that the areas published up to <paramref name="then"/>, except
    /// across a border that one of the two has closed.
    /// </summary>
    /// <param name="areas">The areas.</param>
    /// <param name="closed">The areas to which each has closed its border.</param>
    /// <param name="then">The time.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">An area did not get that far in time.</exception>
    public static async Task Settle(
        IEnumerable<LocalArea> areas, IReadOnlyDictionary<AreaId, IReadOnlyList<AreaId>> closed, DateTimeOffset then,
        CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        foreach (var area in areas)
        {
            var silent = closed.Where(border => border.Value.Contains(area.Area)).Select(border => border.Key)
                .Concat(closed[area.Area]);
            while (!await Knows(http, area, [.. silent.Select(one => one.Value)], then, cancel))
            {
                if (TimeProvider.System.GetElapsedTime(started) > Timeout) throw new InvalidOperationException(
                    $"{area.Name} could not read its neighbours' groups within {Timeout.TotalSeconds:0} s.");
                await rounds.WaitForNextTickAsync(cancel);
            }
        }
    }

    private static async Task<bool> Knows(
        HttpClient http, LocalArea area, HashSet<string> silent, DateTimeOffset then, CancellationToken cancel)
    {
        try
        {
            return (await http.GetFromJsonAsync<JsonElement>($"{area.Url}/api/v1/groups?limit=1", cancel))
                .GetProperty("areas")
                .EnumerateArray()
                .All(one => silent.Contains(one.GetProperty("id").GetString()!) || IsRead(one.GetProperty("asOf")));
        }
        catch (HttpRequestException)
        {
            return false;
        }

        bool IsRead(JsonElement asOf) =>
            asOf.ValueKind == JsonValueKind.String && asOf.GetDateTimeOffset() >= then;
    }
}
