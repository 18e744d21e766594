using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A lead logs a meeting on a phone in a church hall, with a good signal, a bad one and none.</summary>
public sealed class LoggingTests(Site site)
{
    private const int MaxInteractions = 16;
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_of_twelve_people_takes_few_interactions(bool javaScript)
    {
        await using var phone = await site.Phone(javaScript);
        var page = await phone.As(await LeadOfTwelve(phone), "/home");
        var interactions = 0;
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First);
        for (var place = 0; place < 12; place++) await Click(page.Locator("label[for^='present']").Nth(place));
        if (javaScript) await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync("12 people came");
        await Click(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meeting saved");
        await Assertions.Expect(page.Locator(".govuk-panel__body")).ToContainTextAsync("12 people came");
        Assert.InRange(interactions, 14, MaxInteractions);
        if (!javaScript) return;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.ContrastFaults());

        async Task Click(ILocator what)
        {
            interactions++;
            await what.ClickAsync();
        }
    }

    [Fact]
    public async Task Two_meetings_logged_without_a_signal_arrive_once_each()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 1), "/home");
        var sent = phone.Sent();
        await page.Keeps("/groups/");
        await phone.SetOfflineAsync(true);
        await page.GotoAsync("/home");
        await page.LogAnother("2026-09-01", "10:00");
        await page.Waits("1 meeting is waiting on this phone.");
        await page.GotoAsync("/home");
        await page.LogAnother("2026-09-02", "10:00");
        await page.Waits("2 meetings are waiting on this phone.");
        Assert.Empty(sent);
        await phone.SetOfflineAsync(false);
        await page.Waits("Sent: the 2 meetings that were waiting on this phone are saved.");
        Assert.Equal(2, sent.Distinct().Count());
        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public async Task Two_meetings_logged_without_a_signal_arrive_once_each_although_the_page_was_closed_meanwhile()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 1), "/home");
        var sent = phone.Sent();
        await page.Keeps("/groups/");
        await phone.SetOfflineAsync(true);
        foreach (var (day, says) in new[] { ("2026-09-08", "1 meeting is waiting"), ("2026-09-09", "2 meetings") })
        {
            await page.LogAnother(day, "10:00", from: "/home");
            await page.Waits(says);
        }
        await page.CloseAsync();
        Assert.Empty(sent);
        await phone.SetOfflineAsync(false);
        var later = await phone.NewPageAsync();
        await later.GotoAsync("/home");
        await later.Waits("Sent: the 2 meetings");
        Assert.Equal(2, sent.Distinct().Count());
        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public async Task On_a_shared_tablet_nobody_sends_what_somebody_else_has_filled_in()
    {
        await using var tablet = await site.Phone();
        var first = await tablet.As(site.Find("lead", 9), "/home");
        var sent = tablet.Sent();
        await first.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First.ClickAsync();
        await first.Arrives("/log$");
        var other = await tablet.NewPageAsync();
        await other.GotoAsync("/sign-out");
        await other.Locator("main button").ClickAsync();
        await other.Arrives("/$");
        await other.CloseAsync();
        await tablet.As(site.Find("lead", 10), "/home");
        await first.Locator("input[name=meeting][value=another] + label").ClickAsync();
        await first.FillAsync("#heldOn", "2026-09-10");
        await first.FillAsync("#startsAt", "10:00");
        await first.Locator("label[for='present']").ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(first.Locator("[data-kept-sign-in]")).ToBeVisibleAsync();
        Assert.Empty(sent);
    }

    [Fact]
    public async Task Another_day_and_time_at_which_a_meeting_was_planned_log_that_meeting()
    {
        await using var phone = await site.Phone();
        var lead = site.Find("lead", 5);
        var page = await phone.As(lead, "/home");
        var meeting = Guid.CreateVersion7();
        var day = $"{DateOnly.Parse(Site.Today, null).AddDays(-50):yyyy-MM-dd}";
        var plan = new { groupId = lead.Groups[0], heldOn = day, startsAt = "06:40" };
        await page.Ask("PUT", $"/api/v1/meetings/{meeting}", plan);
        await page.LogAnother(day, "06:40");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meeting saved");
        Assert.EndsWith($"/meetings/{meeting}/saved", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_a_bad_signal_swallowed_is_kept_and_sent_once()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 2), "/home");
        var sent = phone.Sent();
        await phone.RouteAsync("**/record", route => route.AbortAsync());
        await page.LogAnother("2026-09-03", "10:00");
        await page.Waits("1 meeting is waiting on this phone.");
        await phone.UnrouteAsync("**/record");
        await page.GotoAsync("/home");
        await page.Waits("Sent: the meeting that was waiting on this phone is saved.");
        Assert.Single(sent);
    }

    [Fact]
    public async Task A_refused_record_is_kept_and_can_be_changed_or_discarded()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(site.Find("lead", 3), "/home");
        await page.LogAnother(Site.NextMonth, "10:00");
        var summary = page.Locator(".govuk-error-summary");
        await Assertions.Expect(summary).ToContainTextAsync("You cannot log a meeting before its day.");
        var wrong = await summary.Locator("a").GetAttributeAsync("href");
        var message = page.Locator($"{wrong}-error");
        await Assertions.Expect(message).ToContainTextAsync("Error: You cannot log a meeting before its day.");
        await Assertions.Expect(page.Locator($"[aria-describedby~='{wrong![1..]}-error']")).ToHaveCountAsync(1);
        await page.GotoAsync("/waiting");
        await Assertions.Expect(page.Locator("[data-waiting-list] li")).ToHaveCountAsync(1);
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.GetByRole(AriaRole.Link, new() { Name = "Open and change it" }).ClickAsync();
        await Assertions.Expect(summary).ToBeVisibleAsync();
        Assert.Equal(Site.NextMonth, await page.InputValueAsync("#heldOn"));
        Assert.Equal(1, await page.Locator("[name=present]:checked").CountAsync());
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.FillAsync("#heldOn", "2026-09-04");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meeting saved");
        await page.LogAnother(Site.NextMonth, "10:00", from: "/home");
        await Assertions.Expect(summary).ToBeVisibleAsync();
        await page.GotoAsync("/waiting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        // Whatever is sent meanwhile neither withdraws the question nor moves the focus.
        await page.LooksThrough();
        var sure = page.GetByRole(AriaRole.Button, new() { Name = "Yes, discard it for ever" });
        await Assertions.Expect(sure).ToBeFocusedAsync();
        await sure.ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is waiting on this phone.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_warns_of_what_waits_and_leaves_nothing_on_the_phone()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 4), "/home");
        await page.Keeps("/groups/");
        await phone.RouteAsync("**/record", route => route.AbortAsync());
        await page.LogAnother("2026-09-05", "10:00");
        await page.Waits("1 meeting is waiting on this phone.");
        foreach (var wayOut in (string[])["/me/erase", "/me/sessions", "/sign-out"])
        {
            await page.GotoAsync(wayOut);
            await Assertions.Expect(page.Locator("[data-warn-waiting]")).ToBeVisibleAsync();
        }
        await page.Locator("main button").ClickAsync();
        await page.Arrives("/$");
        Assert.False(await page.EvaluateAsync<bool>("async () => await caches.has('pages')"));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await indexedDB.databases()).length"));
    }

    [Theory]
    [InlineData("/me/sessions", "form[action='/me/sessions/end'] button")]
    [InlineData("/me/erase", "form[action='/me/erase'] button")]
    public async Task Whoever_leaves_for_good_leaves_no_page_in_a_browser_that_clears_nothing_by_itself(
        string from, string button)
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 5), "/home");
        await page.Keeps("/groups/");
        await page.GotoAsync(from);
        // No answer comes that would tell the browser to clear everything.
        await phone.RouteAsync($"**{from}**", route => route.AbortAsync());
        await page.Locator(button).ClickAsync();
        var other = await phone.NewPageAsync();
        await other.GotoAsync("/help-now");
        const string Pages = "async () => (await (await caches.open('pages')).keys()).length";
        await Until.So(async () => await other.EvaluateAsync<int>(Pages) == 0);
    }

    // The first lead whose group has twelve people and a meeting that nobody has logged yet.
    private async Task<Someone> LeadOfTwelve(IBrowserContext phone)
    {
        for (var place = 0; ; place++)
        {
            var lead = site.Find("lead", place);
            var page = await phone.As(lead, $"/groups/{lead.Groups[0]}/log");
            var people = await page.Locator("[name=present]").CountAsync();
            var open = await page.Locator("[name=meeting]:checked:not([value=another])").CountAsync();
            await page.CloseAsync();
            if (people >= 12 && open == 1) return lead;
        }
    }
}
