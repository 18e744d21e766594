using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The other areas as coordinators see them, in a browser without JavaScript.</summary>
public sealed class NeighbourPageTests(RunningArea area)
{
    private const string Border = $"/neighbours/{RunningArea.OnlyForBorders}/border";

    [Fact]
    public async Task A_coordinator_closes_and_opens_the_border_after_reading_what_that_means()
    {
        using var browser = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var page = (await browser.Get("/neighbours")).Is(200).Says("West Sussex");
        Assert.Contains($"href=\"{Border}\"", page.Html, StringComparison.Ordinal);
        var ask = (await browser.Get(Border)).Is(200).Says("the border to South Sussex?");
        // Another test may open it at any moment, or close it.
        await RunningArea.Until(async () => (await Set(browser, ask, "true")).Has("The border is closed"));
        await RunningArea.Until(async () =>
        {
            await Set(browser, ask, "true");
            return (await browser.Get(Border)).Has("Open the border to South Sussex?");
        });
        await RunningArea.Until(async () => !(await Set(browser, ask, "false")).Has("The border is closed"));
        (await browser.Get("/neighbours/nowhere/border")).Is(404);
    }

    [Fact]
    public async Task Nobody_else_sees_or_closes_it()
    {
        var scene = await Scene.Make(area);
        foreach (var path in new[] { "/neighbours", "/neighbours/ledger", Border })
        {
            using var visitor = Browser.At(area.East.Url);
            Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
            using var lead = Browser.At(area.East, scene.Lead);
            (await lead.Get(path)).Is(403);
            using var network = Browser.At(area.East, scene.NetworkCoordinator, "networkCoordinator");
            (await network.Get(path)).Is(403);
        }
        using var member = Browser.At(area.East, scene.Member);
        var token = (await member.Get($"/{scene.At}")).Token();
        (await member.Post(Border, token.Append(new("closed", "true")))).Is(403);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Post(Border, [new("closed", "true")])).Is(400);
    }

    [Fact]
    public async Task What_was_sent_reads_in_plain_words_and_page_by_page()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East, scene.Coordinator, "coordinator");
        await RunningArea.Until(async () => (await browser.Get("/neighbours/ledger")).Is(200)
            .Has("What a group says about itself to everybody"));
        (await browser.Get("/neighbours/ledger")).DoesNotSay(RunningArea.Canary);
        (await browser.Get("/neighbours/ledger?cursor=nonsense")).Is(200);
        (await browser.Get("/neighbours/ledger?cursor=1")).Is(200).Says("Nothing has been sent to another area.");
    }

    [Fact]
    public void Everything_that_can_be_sent_has_words()
    {
        var letters = typeof(Letter).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Letter)))
            .Select(type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..]);
        var words = letters.Concat(["card", "offer", "figures"]).Select(LedgerWords.Of).ToList();
        Assert.True(words.Count > 10);
        Assert.Distinct(words);
        Assert.DoesNotContain(LedgerWords.Of("something"), words);
    }

    private static async Task<Shown> Set(Browser browser, Shown page, string isClosed)
    {
        var shown = (await browser.Post(Border, page.Token().Append(new("closed", isClosed)))).Is(200);
        Assert.Equal("/neighbours", shown.Path);
        return shown;
    }
}
