using System.Globalization;
using System.Text.Json;

namespace PeerNet.Bench.Pages;

/// <summary>
/// How long the server takes for each sort of page, beside a page that asks no grain; and what a first visit loads and
/// when it is painted. Asks a running local network.
/// </summary>
internal static class PagesBench
{
    private const string Plain = "/help-now";

    private static readonly string[] Readers = ["visitor", "member", "lead", "coordinator"];

    public static async Task Run(FileInfo network, int times)
    {
        var area = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(network.FullName))
            .GetProperty("areas")[0];
        var site = new Uri(area.GetProperty("url").GetString()!);
        var all = new Timing();
        var plain = new Timing();
        var pages = new List<(string Name, Timing Took)>();
        foreach (var role in Readers)
        {
            using var reader = new Reader(site, TokenOf(area, role));
            foreach (var path in await reader.OneOfEach())
            {
                var took = new Timing();
                // The first times compile it.
                for (var time = 0; time < 5; time++) await reader.Open(path);
                for (var time = 0; time < times; time++)
                {
                    await plain.Add([Plain], reader.Open);
                    await took.Add([path], reader.Open);
                }
                all.Add(took);
                pages.Add(($"{role} {Reader.KindOf(path)}", took));
            }
        }
        foreach (var (name, took) in pages.OrderByDescending(page => page.Took.Slowest1Percent).Take(10))
            Console.WriteLine($"{name}: {took.Percentiles}");
        Console.WriteLine($"{Plain}, which asks no grain: {plain.Percentiles}");
        Console.WriteLine($"all {pages.Count} pages: {all.Percentiles}");
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"ratio pages {plain.Median / all.Median:0.00}"));
        await FirstVisit.Print(new(site, "/groups"));
    }

    private static string? TokenOf(JsonElement area, string role)
    {
        return area.GetProperty("people")
            .EnumerateArray()
            .Where(person => person.GetProperty("role").GetString() == role)
            .Select(person => person.GetProperty("token").GetString())
            .FirstOrDefault();
    }
}
