using System.Text.Json;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>Being one of the made-up people: one click in local mode, and nothing at all in production.</summary>
public sealed class LocalPagesTests(RunningArea area) : IAsyncLifetime
{
    private static readonly MemberId Lead = new(Guid.CreateVersion7());

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-local-pages-");

    // Local mode writes this file once its people are there.
    private string File => Path.Combine(Path.GetDirectoryName(area.KeyFile)!, "network.json");

    public ValueTask InitializeAsync()
    {
        var group = Guid.CreateVersion7();
        var people = new[] { new { role = "lead", memberId = $"{Lead}", name = "Bram P.", groups = new[] { group } } };
        var east = new { id = "east-sussex", people, groups = new[] { new { id = group, name = "Tea and Talk" } } };
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(new { areas = new[] { east } }));
        return default;
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return default;
    }

    [Fact]
    public async Task One_click_makes_you_somebody_and_leads_back_to_where_you_were_going()
    {
        using var browser = Browser.At(area.East.Url);
        var list = (await browser.Get("/be?to=/help-now")).Is(200).Says("Bram P.").Says("Tea and Talk");
        var after = (await browser.Submit(list, null)).Is(200);
        Assert.Equal("/help-now", after.Path);
        Assert.Contains("Sign out", after.Html, StringComparison.Ordinal);
        var asked = (await browser.Get("/sign-out")).Is(200);
        var left = (await browser.Submit(asked, "/sign-out")).Is(200);
        Assert.Equal("/", left.Path);
        Assert.Contains("/sign-in", left.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.invalid/")]
    [InlineData("//example.invalid/")]
    [InlineData("/\\example.invalid/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_away_to_another_site(string to)
    {
        using var browser = Browser.At(area.East.Url);
        (await browser.Get($"/be?to={Uri.EscapeDataString(to)}")).Is(200).DoesNotSay("example.invalid");
        var list = (await browser.Get("/be")).Is(200);
        Assert.Equal("/home", (await browser.Submit(list, null, ("to", to))).Path);
    }

    [Fact]
    public async Task A_form_that_this_site_did_not_make_does_nothing()
    {
        using var browser = Browser.At(area.East.Url);
        (await browser.Get("/be")).Is(200);
        (await browser.Post($"/be/{Lead}", [])).Is(400);
        (await browser.Post($"/be/{Lead}", [new("__RequestVerificationToken", "quokka7zx")])).Is(400);
        using var another = Browser.At(area.East.Url);
        var theirs = (await another.Get("/be")).Is(200);
        (await browser.Submit(theirs, null)).Is(400);
        (await browser.Get("/help-now")).Is(200).DoesNotSay("Sign out");
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_list_cannot_be_anybody()
    {
        using var browser = Browser.At(area.East.Url);
        var list = (await browser.Get("/be")).Is(200);
        var token = list.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post($"/be/{Guid.CreateVersion7()}", [new("__RequestVerificationToken", token)])).Is(404);
    }

    [Fact]
    public async Task In_production_nobody_can_become_somebody_else()
    {
        await using var gateway = await LoneGateway.Start(folder, local: false);
        using var browser = Browser.At($"{gateway.Http.BaseAddress}");
        (await browser.Get("/be")).Is(404);
        (await browser.Get("/")).Is(200).DoesNotSay("Choose who to be").DoesNotSay("Demonstration");
        (await browser.Get("/sign-in")).Is(200).DoesNotSay("\"/be");
    }
}
