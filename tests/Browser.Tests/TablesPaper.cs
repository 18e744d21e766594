using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A gathering of two groups that is open, with one table of six and questions that are ready.</summary>
/// <param name="Scanned">What the QR code of the table leads to.</param>
/// <param name="Gathering">The address of the gathering in the API.</param>
/// <param name="Questions">The addresses of its questions in the API.</param>
/// <param name="Second">The keeper for the other group.</param>
internal sealed record TablesPaper(string Scanned, string Gathering, string[] Questions, Someone Second)
{
    /// <summary>Makes one with the page of its first keeper, the eleventh lead.</summary>
    public static async Task<TablesPaper> Make(Site site, IPage keeper, int count)
    {
        var first = site.Find("lead", 10);
        var second = Enumerable.Range(0, 10).Select(place => site.Find("lead", place))
            .First(one => one.Groups[0] != first.Groups[0]);
        await using var other = await site.Phone();
        var keeping = await other.As(second, "/home");
        var gathering = $"/api/v1/gatherings/{Guid.CreateVersion7()}";
        var table = Guid.CreateVersion7();
        var questions = Enumerable.Range(0, count)
            .Select(_ => $"{gathering}/questions/{Guid.CreateVersion7()}").ToArray();
        await keeper.Ask("PUT", gathering, new
        {
            title = "A hall without a signal", heldOn = Site.Today, startsAt = "14:00",
            minutes = 120, groups = new[] { first.Groups[0], second.Groups[0] },
        });
        await keeping.Ask("PUT", $"{gathering}/keepers/{second.Groups[0]}");
        await keeper.Ask("PUT", $"{gathering}/tables/{table}", new { label = "otter", present = 6 });
        await keeper.Ask("PUT", $"{gathering}/opening");
        foreach (var question in questions)
        {
            await keeper.Ask("PUT", question, new { kind = "thumbs", text = "Was it worth coming?" });
            foreach (var page in new[] { keeper, keeping }) await page.Ask("PUT", $"{question}/readiness");
        }
        var paper = await keeper.Ask("GET", $"{gathering}/paper");
        var right = paper.GetProperty("tables")[0].GetProperty("right").GetString();
        return new($"/tables#{gathering[^36..]}.{table}.{right}", gathering, questions, second);
    }

    /// <summary>Whoever scans the paper of a table where there is a signal has all its pages afterwards.</summary>
    public async Task<IPage> Scan(IBrowserContext phone)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Scanned);
        await page.Arrives("/tables/mine$");
        foreach (var question in Questions) await page.Keeps(question[^36..]);
        await page.Has("claim");
        return page;
    }
}
