using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// The pages of somebody with more groups than the made-up people have, and longer names, and of somebody with nothing.
/// </summary>
public sealed class LotsAndNothingTests(Site site)
{
    private const int Groups = 40;

    private const string LongWord = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

    [Fact]
    public async Task Forty_groups_with_long_names_fit_on_a_phone_and_at_a_desk()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(site.Find("member", 12), "/home");
        var groups = Enumerable.Range(1, Groups).Select(_ => $"{Guid.CreateVersion7()}").ToList();
        foreach (var (group, place) in groups.Select((group, place) => (group, place)))
        {
            var name = $"Friends of {LongWord} who walk and talk, whatever the weather, {place}";
            await page.Ask("PUT", $"/api/v1/groups/{group}", new { name, format = "online", about = LongWord });
        }
        await page.GotoAsync("/home");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByText(LongWord).Nth(Groups - 1)).ToBeVisibleAsync();
        foreach (var (path, name) in new[]
        {
            ("/home", "home"), ("/me", "me"), ("/groups", "groups"), ("/groups?format=online", "groups-found"),
            ($"/groups/{groups[0]}", "group"), ($"/groups/{groups[0]}/log", "log"),
        })
            await Look(page, path, $"lots-{name}");
    }

    [Fact]
    public async Task Somebody_with_nothing_is_told_how_to_begin()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(Newcomer(), "/home");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Find a group" }))
            .ToBeVisibleAsync();
        foreach (var name in new[] { "home", "me", "offers", "steps", "practice" })
            await Look(page, $"/{name}", $"nothing-{name}");
    }

    private Someone Newcomer() =>
        Enumerable.Range(0, 120).Select(place => site.Find("member", place)).First(one => one.Groups.Count == 0);

    private static async Task Look(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        foreach (var (width, place) in new[] { (320, "phone"), (1280, "desktop") })
        {
            await page.SetViewportSizeAsync(width, 740);
            foreach (var light in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = light });
                Assert.False(await page.Overflows(), $"{path} is wider than the screen {place}");
                Assert.Empty(await page.Faults());
                Assert.Empty(await page.EdgeFaults());
                await page.Shoot($"{place}/{name}{(light == ColorScheme.Dark ? "-dark" : "")}");
            }
        }
    }
}
