using System.Text.Json;
using Microsoft.Playwright;
using PeerNet.Local;
using PeerNet.Scenarios;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PeerNet.Browser.Tests.Site))]
// Whoever visits every page changes nothing; all others do, and take turns.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: Parallelization(Mode = ParallelMode.Collections)]

namespace PeerNet.Browser.Tests;

/// <summary>
/// Local mode as a newcomer starts it, with its made-up people, and a Chromium in front of it; shared by all tests.
/// Without Chromium they are skipped, unless PEERNET_REQUIRE_ALL=1 says that none may be left out.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private const string Missing =
        "No Chromium here. Install one ('apt-get install chromium') or set CHROMIUM to its path.";

    // Without these it looks for updates and the like, on a network that may not be there.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly TimeZoneInfo Sussex = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-browser-tests-");
    private readonly CancellationTokenSource stopping = new();
    private readonly StandInIssuer issuer = new();
    private readonly int port = Ports.FreeRange(AreaPorts.Span + 3);
    private Task<int>? network;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The address of the first area.</summary>
    public string Url => $"http://127.0.0.1:{port}";

    /// <summary>Where screenshots of the pages are kept to be looked at.</summary>
    public static string Shots { get; } = Path.Combine(AppContext.BaseDirectory, "../../../screenshots");

    /// <summary>The day, as a form or the API takes it.</summary>
    public static string Today => $"{Now:yyyy-MM-dd}";

    /// <summary>A day to come.</summary>
    public static string NextMonth => $"{Now.AddMonths(1):yyyy-MM-dd}";

    private static DateTimeOffset Now => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Sussex);

    public async ValueTask InitializeAsync()
    {
        if (Chromium() is not { } chromium) return;
        await issuer.Start(TestContext.Current.CancellationToken);
        UseIssuer();
        network = Network.Run(new(folder, false, port, false, null, true), stopping.Token);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet });
        var file = Path.Combine(folder.FullName, NetworkFile.Name);
        await Until.So(() =>
        {
            Assert.False(network.IsCompleted, "PeerNet could not start.");
            return Task.FromResult(File.Exists(file));
        }, TimeSpan.FromMinutes(10));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await stopping.CancelAsync();
        if (network is not null) await network;
        await issuer.DisposeAsync();
        stopping.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A phone of its own, with nobody signed in.</summary>
    public async Task<IBrowserContext> Phone(
        bool javaScript = true, int width = 360, int height = 740, ColorScheme light = ColorScheme.Light)
    {
        if (browser is null && Environment.GetEnvironmentVariable("PEERNET_REQUIRE_ALL") == "1") Assert.Fail(Missing);
        Assert.SkipWhen(browser is null, Missing);
        return await browser!.NewContextAsync(new()
        {
            BaseURL = Url, JavaScriptEnabled = javaScript, ColorScheme = light,
            ViewportSize = new() { Width = width, Height = height },
        });
    }

    /// <summary>A made-up person of the first area, such as its second lead.</summary>
    internal Someone Find(string role, int place = 0)
    {
        var people = Areas()[0].GetProperty("people").EnumerateArray();
        return PersonOf(people.Where(person => person.GetProperty("role").GetString() == role).ElementAt(place));
    }

    /// <summary>
    /// The made-up people of all areas who share no group with somebody; everybody if that is nobody.
    /// </summary>
    internal IReadOnlyList<Someone> StrangersTo(Someone? person)
    {
        var people = Areas().SelectMany(area => area.GetProperty("people").EnumerateArray()).Select(PersonOf);
        return [.. people.Where(one => one.Id != person?.Id && !one.Groups.Intersect(person?.Groups ?? []).Any())];
    }

    /// <summary>An area as the file of the network describes it.</summary>
    internal JsonElement Area(string id) => Areas().Single(area => area.GetProperty("id").GetString() == id);

    private static Someone PersonOf(JsonElement one)
    {
        var groups = one.GetProperty("groups").EnumerateArray().Select(group => group.GetString()!);
        return new(one.GetProperty("memberId").GetString()!, one.GetProperty("name").GetString()!, [.. groups]);
    }

    private List<JsonElement> Areas()
    {
        using var file = File.OpenRead(Path.Combine(folder.FullName, NetworkFile.Name));
        using var written = JsonDocument.Parse(file);
        return [.. written.RootElement.GetProperty("areas").EnumerateArray().Select(area => area.Clone())];
    }

    // Whoever starts local mode with these settings in its environment gets the same.
    private void UseIssuer()
    {
        var secret = Path.Combine(folder.FullName, "client-secret");
        File.WriteAllText(secret, StandInIssuer.ClientSecret);
        Environment.SetEnvironmentVariable("PeerNet__Accounts__Name", "Seaside login");
        Environment.SetEnvironmentVariable("PeerNet__Accounts__Authority", issuer.Url);
        Environment.SetEnvironmentVariable("PeerNet__Accounts__ClientId", StandInIssuer.ClientId);
        Environment.SetEnvironmentVariable("PeerNet__Accounts__ClientSecretFile", secret);
    }

    private static string? Chromium()
    {
        // Without windows it takes less of the processor.
        string?[] places =
        [
            Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
            "/usr/bin/google-chrome",
        ];
        return places.FirstOrDefault(File.Exists);
    }
}

/// <summary>A made-up person.</summary>
internal sealed record Someone(string Id, string Name, IReadOnlyList<string> Groups);
