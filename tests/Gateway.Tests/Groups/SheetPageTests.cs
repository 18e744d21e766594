using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>The sheet that a lead prints.</summary>
public sealed class SheetPageTests(RunningArea area)
{
    [Fact]
    public async Task It_leads_to_the_group_and_says_only_what_strangers_may_know()
    {
        var scene = await Scene.Make(area);
        var says = Scene.Description with
        {
            Place = new() { Name = "Hidden hall", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly },
            OnlineLink = "https://example.org/secret", Capacity = 40,
        };
        (await area.Http.Put(scene.At, scene.Lead, says, "*")).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var sheet = (await lead.Get($"/{scene.At}/sheet")).Is(200).Says("Lewes");
        Assert.Equal(Scene.Description.Name, sheet.Heading);
        Assert.Contains($"{area.East.Url}/{scene.At}", sheet.Text, StringComparison.Ordinal);
        sheet.DoesNotSay("Hidden hall").DoesNotSay("example.org/secret");
        var path = sheet.Document.QuerySelector("svg.pn-qr path")!.GetAttribute("d")!;
        // The corner that every QR code begins with, four modules from the edge: seven dark ones in a row.
        for (var x = 4; x < 11; x++) Assert.Contains($"M{x} 4h1v1h-1z", path, StringComparison.Ordinal);
        Assert.DoesNotContain("M11 4h", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_group_is_given_one()
    {
        var scene = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Member })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get($"/{scene.At}/sheet")).Is(403);
        }
    }
}
