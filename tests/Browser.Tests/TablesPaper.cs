using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A gathering of two groups that is open, with tables of six and questions that are ready.</summary>
/// <param name="Scanned">What the QR code of the first table leads to.</param>
/// <param name="Tables">The addresses of the tables' pages.</param>
/// <param name="Gathering">The address of the gathering in the API.</param>
/// <param name="Questions">The addresses of its questions in the API.</param>
/// <param name="Second">The keeper for the other group.</param>
internal sealed record TablesPaper(
    string Scanned, string[] Tables, string Gathering, string[] Questions, Someone Second)
{
    /// <summary>The address of the first table's page.</summary>
    public string Table => Tables[0];

    /// <summary>Makes one with the page of its first keeper, the eleventh lead.</summary>
    public static async Task<TablesPaper> Make(Site site, IPage keeper, int count, params string[] animals)
    {
        var one = site.Find("lead", 10);
        var second = Enumerable.Range(0, 10).Select(place => site.Find("lead", place))
            .First(other => other.Groups[0] != one.Groups[0]);
        await using var phone = await site.Phone();
        var keeping = await phone.As(second, "/home");
        var gathering = $"/api/v1/gatherings/{Guid.CreateVersion7()}";
        var tables = animals.DefaultIfEmpty("otter").ToDictionary(animal => animal, _ => Guid.CreateVersion7());
        var questions = Enumerable.Range(0, count)
            .Select(_ => $"{gathering}/questions/{Guid.CreateVersion7()}").ToArray();
        await keeper.Ask("PUT", gathering, new
        {
            title = "A hall without a signal", heldOn = Site.Today, startsAt = "14:00",
            minutes = 120, groups = new[] { one.Groups[0], second.Groups[0] },
        });
        await keeping.Ask("PUT", $"{gathering}/keepers/{second.Groups[0]}");
        foreach (var (label, table) in tables)
            await keeper.Ask("PUT", $"{gathering}/tables/{table}", new { label, present = 6 });
        await keeper.Ask("PUT", $"{gathering}/opening");
        foreach (var question in questions)
        {
            await keeper.Ask("PUT", question, new { kind = "thumbs", text = "Was it worth coming?" });
            foreach (var page in new[] { keeper, keeping }) await page.Ask("PUT", $"{question}/readiness");
        }
        var paper = await keeper.Ask("GET", $"{gathering}/paper");
        var first = paper.GetProperty("tables")[0];
        var scanned = $"/tables#{gathering[^36..]}.{first.GetProperty("tableId")}.{first.GetProperty("right")}";
        return new(scanned, [.. tables.Values.Select(table => $"/tables/{table}")], gathering, questions, second);
    }

    /// <summary>Whoever scans the paper of a table where there is a signal has all its pages afterwards.</summary>
    public async Task<IPage> Scan(IBrowserContext phone)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Scanned);
        await page.Arrives($"{Table}$");
        foreach (var question in Questions) await page.Keeps(question[^36..]);
        await page.Has("claim");
        return page;
    }
}
