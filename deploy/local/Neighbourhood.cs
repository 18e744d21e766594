using System.Net.Http.Json;
using System.Text.Json;

namespace PeerNet.Local;

/// <summary>Waits for areas to read each other's feeds.</summary>
internal static class Neighbourhood
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Waits until every area's finder has everything that the areas published up to <paramref name="then"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">An area did not get that far in time.</exception>
    public static async Task Settle(IEnumerable<LocalArea> areas, DateTimeOffset then, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        foreach (var area in areas)
        {
            while (!await Knows(http, area, then, cancel))
            {
                if (TimeProvider.System.GetElapsedTime(started) > Timeout) throw new InvalidOperationException(
                    $"{area.Name} could not read its neighbours' groups within {Timeout.TotalSeconds:0} s.");
                await rounds.WaitForNextTickAsync(cancel);
            }
        }
    }

    private static async Task<bool> Knows(
        HttpClient http, LocalArea area, DateTimeOffset then, CancellationToken cancel)
    {
        try
        {
            return (await http.GetFromJsonAsync<JsonElement>($"{area.Url}/api/v1/groups?limit=1", cancel))
                .GetProperty("areas")
                .EnumerateArray()
                .All(one => one.GetProperty("asOf") is { ValueKind: JsonValueKind.String } asOf
                    && asOf.GetDateTimeOffset() >= then);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
