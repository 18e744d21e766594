using System.Globalization;
using Microsoft.Playwright;

namespace PeerNet.Bench.Pages;

/// <summary>A first visit in Chromium, with nothing in its cache and a slow network.</summary>
internal static class FirstVisit
{
    private const int Visits = 5, Milliseconds = 400, BytesPerSecond = 400_000 / 8;

    private const string FirstPaint =
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";

    public static async Task Print(Uri page)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
        {
            Console.WriteLine("No Chromium here, so no first visit. Set CHROMIUM to its path.");
            return;
        }
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var bytes = 0.0;
        var painted = new List<double>();
        for (var visit = 0; visit < Visits; visit++) bytes = await Visit(browser, page, painted);
        painted.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first visit to {page.AbsolutePath}: {bytes / 1000:0.0} kB with headers, "
            + $"first paint after {painted[Visits / 2]:0} ms at 400 kbit/s and 400 ms"));
    }

    private static async Task<double> Visit(IBrowser browser, Uri page, List<double> painted)
    {
        await using var context = await browser.NewContextAsync();
        var tab = await context.NewPageAsync();
        var tools = await context.NewCDPSessionAsync(tab);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = Milliseconds, ["downloadThroughput"] = BytesPerSecond,
            ["uploadThroughput"] = BytesPerSecond,
        });
        var bytes = 0.0;
        tools.Event("Network.loadingFinished").OnEvent +=
            (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await tab.GotoAsync(page.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        painted.Add(await tab.EvaluateAsync<double>(FirstPaint));
        return bytes;
    }
}
