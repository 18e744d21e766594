using System.Text.Json;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>What a phone keeps and sends.</summary>
internal static class Phone
{
    /// <summary>Waits until the line about what waits on this phone says this.</summary>
    public static Task Waits(this IPage page, string says)
    {
        var line = page.Locator("[data-outbox-text]");
        return Assertions.Expect(line).ToContainTextAsync(says);
    }

    /// <summary>The addresses to which something has been sent and was accepted.</summary>
    public static List<string> Sent(this IBrowserContext phone)
    {
        List<string> sent = [];
        phone.Response += (_, answer) =>
        {
            if (answer.Request.Method == "PUT" && answer.Ok) sent.Add(answer.Url);
        };
        return sent;
    }

    /// <summary>
    /// Waits until pages under this address are kept: those of a lead's groups are fetched after /home has been shown.
    /// </summary>
    public static async Task Keeps(this IPage page, string path)
    {
        const string Kept = "async path => (await (await caches.open('pages')).keys())"
            + ".some(one => one.url.includes(path)) && !!navigator.serviceWorker.controller";
        await Until.So(() => page.EvaluateAsync<bool>(Kept, path));
    }

    /// <summary>Waits until an asset whose address has this word is kept.</summary>
    public static async Task Has(this IPage page, string word)
    {
        const string Kept = "async word => (await Promise.all((await caches.keys()).map(async name => "
            + "(await (await caches.open(name)).keys()).some(one => one.url.includes(word))))).includes(true)";
        await Until.So(() => page.EvaluateAsync<bool>(Kept, word));
    }

    /// <summary>Waits until the list of what waits has been looked through once more.</summary>
    public static async Task LooksThrough(this IPage page)
    {
        var title = page.Locator("[data-waiting-list] [data-title]").First;
        await title.EvaluateAsync("one => one.textContent = ''");
        await page.EvaluateAsync("document.dispatchEvent(new Event('peernet-outbox'))");
        await Assertions.Expect(title).Not.ToBeEmptyAsync();
    }

    /// <summary>Waits until its script sends the form for a meeting: that moment shows the running total.</summary>
    public static Task Listens(this IPage page) =>
        Assertions.Expect(page.Locator("[data-total]")).ToBeVisibleAsync();

    /// <summary>Logs another evening than those in the list, with one person.</summary>
    public static async Task LogAnother(
        this IPage page, string day, string time, string? from = null)
    {
        if (from is not null) await page.GotoAsync(from);
        await page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First.ClickAsync();
        await page.Listens();
        await page.Locator("input[name=meeting][value=another] + label").ClickAsync();
        await page.FillAsync("#heldOn", day);
        await page.FillAsync("#startsAt", time);
        await page.Locator("label[for='present']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    /// <summary>Asks the API as whoever uses the page, and gives its answer, which must be yes.</summary>
    public static async Task<JsonElement> Ask(
        this IPage page, string method, string path, object? body = null)
    {
        const string Fetch = """
            async ([method, path, body]) => {
              const headers = { "Content-Type": "application/json" };
              const answer = await fetch(path, { method, ...body && { headers, body } });
              return `${answer.ok} ${await answer.text()}`;
            }
            """;
        string?[] asks = [method, path, body is null ? null : JsonSerializer.Serialize(body)];
        var answer = await page.EvaluateAsync<string>(Fetch, asks);
        Assert.StartsWith("true ", answer, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<JsonElement>(answer[5..]);
    }
}
