using System.Text.Json;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Reads an area's ledger, to which all tests add.</summary>
internal static class Ledger
{
    /// <summary>What has left for another area since an instant; the newest first.</summary>
    public static async Task<List<JsonElement>> Since(DateTimeOffset since, ApiClient http, Person by, string to)
    {
        var entries = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = (await http.Get($"link/ledger?area={to}&limit=500{next}", by)).Is(200);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            var recent = items.TakeWhile(entry => entry.GetProperty("leftAt").GetDateTimeOffset() >= since).ToList();
            entries.AddRange(recent);
            next = recent.Count == items.Count && page.GetProperty("next").GetString() is { } cursor
                ? $"&cursor={cursor}"
                : null;
        }
        return entries;
    }
}
