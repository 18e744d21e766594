using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>What becomes of a count that a phone has kept from before its question was open.</summary>
public sealed class EarlyCountTests(Site site)
{
    private const string NotOpen = "This question has not been opened yet. Enter your count";

    // What any other page of the phone could do. This page hears nothing of it.
    private const string SendUnheard = """
        async () => {
          const answer = request => new Promise(done => (request.onsuccess = () => done(request.result)));
          const database = await answer(indexedDB.open("peernet", 1));
          const all = await answer(database.transaction("outbox").objectStore("outbox").getAll());
          database.close();
          const { sheet, meeting, body } = all.find(one => one.sheet === location.pathname);
          const headers = { "Content-Type": "application/json" };
          return (await fetch(`${sheet}/${meeting}`, { method: "PUT", headers, body: JSON.stringify(body) })).status;
        }
        """;

    [Fact]
    public async Task A_count_that_is_put_right_while_its_question_is_opened_counts_as_it_is_now()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 2);
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        await KeepEarly(phone, page, paper);
        for (var place = 0; place < paper.Questions.Length; place++)
        {
            var question = paper.Questions[place];
            // Nothing that was sent before is still on its way.
            await page.TriesToSend();
            await page.OpenCount(paper.Table, question);
            await Expect(page.Locator("#tookPart")).ToHaveValueAsync("6");
            await keeper.Ask("PUT", $"{question}/opening");
            // What somebody is changing is not sent.
            await page.TriesToSend();
            Assert.Equal(0, await Standing(question));
            // If it has arrived all the same, what is entered now replaces it.
            if (place == 1) Assert.Equal(201, await page.EvaluateAsync<int>(SendUnheard));
            await page.FillAsync("#tookPart", "5");
            await page.FillAsync("#counts-1", "2");
            await page.SubmitCount();
            await page.Arrives($"{paper.Table}\\?entered=");
            await page.ComesToSay("6 at the table, 5 took part", place + 1);
            Assert.Equal(1, await Standing(question));
        }

        async Task<int> Standing(string question)
        {
            var told = await keeper.Ask("GET", $"{question}/tallies");
            return told.GetProperty("tables")[0].GetProperty("tallies").GetArrayLength();
        }
    }

    [Fact]
    public async Task A_count_of_a_question_that_is_never_asked_is_not_sent_for_ever()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        await KeepEarly(phone, page, paper);
        await using var other = await site.Phone();
        var second = await other.As(paper.Second, "/home");
        foreach (var one in new[] { keeper, second }) await one.Ask("PUT", $"{paper.Gathering}/closing");
        await page.TriesToSend();
        await Expect(page.GetByText("It could not be sent:")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-until-sent]:visible, [data-until-opened]:visible")).ToHaveCountAsync(0);
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-not-asked");
        var tries = 0;
        phone.Request += (_, request) => tries += request.Method == "PUT" ? 1 : 0;
        await page.TriesToSend();
        await page.GetByRole(AriaRole.Link, new() { Name = "see what is wrong" }).ClickAsync();
        await page.Arrives("/waiting$");
        await Expect(page.GetByText("As far as this phone knows, this question was not asked")).ToBeVisibleAsync();
        await page.TriesToSend();
        Assert.Equal(0, tries);
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        var sure = page.GetByRole(AriaRole.Button, new() { Name = "Yes, discard it for ever" });
        // Whoever is asked stays asked, and where they were.
        await page.TriesToSend();
        await page.LooksThrough();
        await Expect(sure).ToBeFocusedAsync();
        await sure.ClickAsync();
        await Expect(page.GetByText("Nothing is waiting on this phone.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_form_of_a_question_that_is_not_open_looks_again_when_the_phone_is_taken_up()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        await page.GotoAsync($"{paper.Table}/{paper.Questions[0][^36..]}");
        await Expect(page.GetByText(NotOpen)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Show the latest" })).ToBeVisibleAsync();
        Assert.Empty(await page.Faults());
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
        await Expect(page.GetByText(NotOpen)).ToBeHiddenAsync();
    }

    // Without a signal a phone takes a count for each; with one, it learns that none is open yet.
    private static async Task KeepEarly(IBrowserContext phone, IPage page, TablesPaper paper)
    {
        await phone.SetOfflineAsync(true);
        foreach (var question in paper.Questions)
        {
            await page.OpenCount(paper.Table, question);
            await page.FillCount();
            await page.EnterCount();
        }
        await page.BackToTable();
        await phone.SetOfflineAsync(false);
        await page.TriesToSend();
        await Expect(page.Locator("[data-until-opened]:visible")).ToHaveCountAsync(paper.Questions.Length);
    }
}
