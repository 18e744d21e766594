using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// The pages of somebody with more groups than the made-up people have, and longer names, and of somebody with nothing.
/// </summary>
public sealed class LotsAndNothingTests(Site site)
{
    private const int Groups = 40;

    private const string LongWord = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

    // As long as a name may be, and without a space.
    private static readonly string LongName = string.Concat(Enumerable.Repeat(LongWord, 3))[..120];

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
    public async Task People_with_long_names_fit_on_a_phone_wherever_they_are_named()
    {
        await using var phone = await site.Phone(width: 320);
        await using var second = await site.Phone(width: 320);
        var person = site.Find("member", 14);
        var lead = await Renamed(phone, site.Find("member", 13));
        var member = await Renamed(second, person);
        var id = $"{Guid.CreateVersion7()}";
        var group = $"/groups/{id}";
        await lead.Ask("PUT", $"/api/v1{group}", new { name = LongName, joining = "ask" });
        await member.Ask("PUT", $"/api/v1{group}/members/{person.Id}", new { });
        await Fits(lead, "/me", "/me/edit", "/me/print", "/home", group);

        await lead.Ask("PUT", $"/api/v1{group}/members/{person.Id}", new { });
        var coming = $"/meetings/{Guid.CreateVersion7()}";
        await lead.Ask("PUT", $"/api/v1{coming}", new { groupId = id, heldOn = Day(7), startsAt = "19:00" });
        var held = $"/meetings/{Guid.CreateVersion7()}";
        var log = new { groupId = id, heldOn = Day(-1), startsAt = "19:00", words = new[] { "Scarf" } };
        await lead.Ask("PUT", $"/api/v1{held}/record", log);
        await member.Ask("PUT", $"/api/v1{coming}/intentions/{person.Id}", new { intention = "coming" });
        await Fits(
            lead, "/home", group, $"{group}/people", $"{group}/people/{person.Id}",
            $"{group}/people/{person.Id}/remove", $"{group}/log", $"{group}/meetings", $"{group}/sheet", coming, held,
            $"{held}/log");
        await Fits(member, group, coming, held);

        var offer = $"/offers/{Guid.CreateVersion7()}";
        var match = $"{offer}/matches/{Guid.CreateVersion7()}";
        var says = new { side = "offer", kind = "visit", text = LongWord, audience = "myArea" };
        await lead.Ask("PUT", $"/api/v1{offer}", says);
        await member.Ask("PUT", $"/api/v1{match}", new { shownAs = LongName[..60] });
        await Fits(lead, "/home", offer, $"{match}/agreement");
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

    private static string Day(int days) => $"{TimeProvider.System.GetUtcNow().AddDays(days):yyyy-MM-dd}";

    private static async Task<IPage> Renamed(IBrowserContext phone, Someone person)
    {
        var page = await phone.As(person, "/me/edit");
        await page.FillAsync("#name", LongName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.Arrives("/me$");
        await page.GotoAsync("/me/consents");
        var consent = page.Locator("#nameToGroups");
        if (await consent.GetByText("Say yes").CountAsync() > 0) await consent.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(consent).ToContainTextAsync("Say no from now on");
        return page;
    }

    // Each page has one of the long words, as soon as it knows of it.
    private static async Task Fits(IPage page, params string[] paths)
    {
        foreach (var path in paths)
        {
            await Until.So(async () =>
            {
                await page.GotoAsync(path);
                return (await page.ContentAsync()).Contains(LongWord, StringComparison.Ordinal);
            });
            Assert.False(await page.Overflows(), $"{path} is wider than the screen");
            var words = path.Split('/').Where(part => part is not { Length: 36 });
            await page.Shoot($"phone/long{string.Join('-', words)}");
        }
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
