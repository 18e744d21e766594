using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests.Afternoon;

/// <summary>
/// The afternoon that PeerNet grew out of, played again: three areas and eight tables, from a warm-up to the next
/// steps. One area is cut off in the middle. Tables enter their counts on their phones, as their paper says; two have
/// none, and one has no signal and is late. Each screen is photographed.
/// </summary>
public sealed class AfternoonTests(Site site)
{
    private const string Title = "What is co-production to us?";
    private const string Leaflet = "Is this co-production? A council asks which colour its leaflet should have.";

    private readonly string gathering = $"gatherings/{Guid.CreateVersion7()}";

    [Fact]
    public async Task Three_areas_hold_one_afternoon_and_a_group_prints_what_came_of_it()
    {
        await using var brighton = new Hall(site.Area("brighton-and-hove"), 6, 5, 6, 6);
        await using var east = new Hall(site.Area("east-sussex"), 7, 6);
        await using var west = new Hall(site.Area("west-sussex"), 8, 5);
        await Invite(brighton, east, west);
        await Task.WhenAll(
            brighton.HandOut(site, gathering, withoutPhone: 1),
            east.HandOut(site, gathering, withoutPhone: 1),
            west.HandOut(site, gathering));
        var warmUp = await Ask(brighton, "Build something of six bricks. Then build one thing together.", "warmUp");
        await using var desk = await site.Phone(width: 1280, height: 800);
        var screen = await desk.As(site.Find("lead"), $"/{gathering}/screen");
        await Look(screen, "0-warm-up");
        await brighton.Put($"{warmUp}/closing");

        var quiz = await Share(Leaflet, "quiz");
        foreach (var hall in (Hall[])[east, west]) await hall.Says($"{gathering}", quiz[^36..]);
        foreach (var hall in (Hall[])[brighton, east, west]) await hall.Put($"{quiz}/opening");
        await screen.ReloadAsync();
        await Look(screen, "1-quiz-asked");
        await brighton.CountAll(quiz, present => [1, 1, 1, present - 3]);
        await east.CountAll(quiz, present => [2, 1, 0, present - 3]);
        await west.CountAll(quiz, present => [0, 2, 1, present - 3]);
        foreach (var hall in (Hall[])[brighton, east, west]) await hall.HandIn(quiz);
        await AddUp(brighton, quiz, 3);
        foreach (var hall in (Hall[])[brighton, east, west])
        {
            var together = await hall.Says($"{quiz}/together", "people");
            Assert.Equal(49, together.GetProperty("people").GetInt32());
        }
        await screen.ReloadAsync();
        await Expect(screen.GetByText("In all rooms together")).ToBeVisibleAsync();
        await Expect(screen.GetByText("Two areas that work together could find out what the third said."))
            .ToBeVisibleAsync();
        await Look(screen, "2-quiz-shown");

        // After they have talked about it, the room at home is asked again.
        var talked = await Ask(brighton, new { kind = "quiz", text = Leaflet, before = quiz[^36..] });
        await brighton.CountAll(talked, present => [0, 0, 1, present - 1]);
        await brighton.Put($"{talked}/closing");
        await screen.ReloadAsync();
        await Expect(screen.GetByText("8 more people than the first time said that it depends.")).ToBeVisibleAsync();
        await Look(screen, "3-quiz-again");

        var words = await Ask(brighton, "What is it to you? Write words, and make a sentence of them.", "words");
        var texts = await Join(brighton);
        await Look(screen, "4-wall", $"{site.Url}/{gathering}/screen");
        await Expect(screen.GetByText("3 of 4 tables have said something. Bricks that touch")).ToBeVisibleAsync();
        await brighton.Put($"{words}/closing");
        await Look(screen, "4-sentences", $"/{gathering}/sentences");
        await west.Cut("brighton-and-hove", true);
        var vote = await Share("Which of these could you live with?", "vote", texts);
        await east.Says($"{gathering}", vote[^36..]);
        var late = brighton.PhoneOf(3);
        await late.LoseSignal(vote);
        foreach (var hall in (Hall[])[brighton, east]) await hall.Put($"{vote}/opening");
        await screen.GotoAsync($"{site.Url}/{gathering}/screen");
        await Look(screen, "5-vote-asked");
        // One table has no signal any more: what it has counted is late.
        int[][] hands = [[4, 3, 1], [3, 2, 2], [5, 6, 1]];
        foreach (var (table, counts) in hands.Index()) await brighton.Count(vote, table, counts);
        await late.Keep(vote, [2, 4, 2]);
        await east.CountAll(vote, _ => [5, 2, 3]);
        foreach (var hall in (Hall[])[brighton, east]) await hall.HandIn(vote);
        await late.FindSignal();
        await AddUp(brighton, vote, 2, "west-sussex");
        var without = await brighton.Get($"{vote}/together");
        Assert.Equal("west-sussex", without.GetProperty("missing")[0].GetString());
        await west.Cut("brighton-and-hove", false);
        await west.Says($"{vote}/together", "west-sussex");
        await screen.ReloadAsync();
        await Look(screen, "5-vote-shown");

        // People who have been there themselves and people who are here for their work see it differently.
        var mirror = await Ask(brighton, new
        {
            kind = "mirror", mirror = "heardBack", text = "Did people hear what happened next?",
        });
        await Look(screen, "6-mirror-asked", $"/{gathering}/screen");
        await brighton.CountAll(mirror, present => [1, 2, 0, 0, 0, 0, 0, 0, 2, present - 5, 0, 0, 0, 0, 0]);
        await brighton.Put($"{mirror}/closing");
        await screen.ReloadAsync();
        await Expect(screen.GetByText("2 steps apart")).ToBeVisibleAsync();
        await Look(screen, "6-mirror-shown");
        var role = (await brighton.Get("roles")).GetProperty("items")[0].GetProperty("id").GetString();
        await brighton.Put($"barriers/{Guid.CreateVersion7()}", new
        {
            text = "Nobody writes to us afterwards.", about = "trust", layer = "organisation", roleId = role,
            groupId = brighton.Groups[0], gatheringId = gathering[^36..], isUnrehearsed = true,
        });

        var thumbs = await Ask(brighton, "Was this afternoon worth coming to?", "thumbs");
        await brighton.CountAll(thumbs, present => [present, 0, 0]);
        await brighton.Put($"{thumbs}/closing");
        await Look(screen, "7-thumbs-shown", $"/{gathering}/screen");
        string[] wishes = ["Write minutes in our own words", "Pay for buses", "Hold the next one in Hove"];
        var voices = await Ask(brighton, "What do we do first?", "voices", wishes);
        await Look(screen, "8-voices-asked", $"/{gathering}/screen");
        await brighton.CountAll(voices, _ => [4, 3, 2]);
        await brighton.Put($"{voices}/closing");
        await Look(screen, "8-voices-shown", $"/{gathering}/screen");
        var due = DateOnly.ParseExact(Site.Today, "yyyy-MM-dd").AddDays(90);
        await brighton.Put($"next-steps/{Guid.CreateVersion7()}", new
        {
            text = wishes[0], layer = "organisation", ownerId = brighton.Groups[0], dueOn = $"{due:yyyy-MM-dd}",
            cost = "time", groupId = brighton.Groups[0], gatheringId = gathering[^36..],
            @for = new[] { brighton.Groups[1] },
        });
        for (var keeper = 0; keeper < 2; keeper++) await brighton.Put($"{gathering}/closing", null, keeper);
        await Look(screen, "9-write-up", $"/{gathering}");
        var writeUp = screen.Locator(".pn-write-up");
        foreach (var said in (string[])
            [
                "at Jubilee Library, Brighton. People sat at 4 tables.",
                "People were all over the room: no answer had more than half of them.",
                "which stand side by side: “Tea first, then the agenda” and “Everybody has a say from the start",
                "1 table came in late.",
                "It was asked for the second time.",
                "2 steps apart: people who are here for their work see it higher.",
                "Nobody writes to us afterwards.",
                "People agreed: thumbs up.",
                $"Write minutes in our own words, by {due:dddd d MMMM yyyy}",
                "nobody was asked who they are.",
            ]) await Expect(writeUp).ToContainTextAsync(said);

        async Task<string> Share(string text, string kind, params string[] options)
        {
            var question = $"{gathering}/questions/{Guid.CreateVersion7()}";
            await brighton.Agree(question, options.Length > 0 ? new { kind, text, options } : new { kind, text });
            await brighton.Put($"{question}/sharing");
            return question;
        }
    }

    private Task<string> Ask(Hall hall, string text, string kind, params string[] options) =>
        Ask(hall, options.Length > 0 ? new { kind, text, options } : new { kind, text });

    private async Task<string> Ask(Hall hall, object asks)
    {
        var question = $"{gathering}/questions/{Guid.CreateVersion7()}";
        await hall.Agree(question, asks);
        await hall.Put($"{question}/opening");
        return question;
    }

    // Brighton asks the two others, which plan a gathering of their own with the same ID.
    private async Task Invite(Hall brighton, Hall east, Hall west)
    {
        await brighton.Gather(gathering, Title, "Jubilee Library, Brighton");
        foreach (var (hall, place) in new[] { (east, "Town Hall, Lewes"), (west, "The Capitol, Horsham") })
        {
            await brighton.Put($"{gathering}/rooms/{hall.Area}");
            await hall.Says("linked-rooms", Title);
            await hall.Gather(gathering, Title, place);
            await hall.Put($"{gathering}/joining");
        }
        await Until.So(async () => (await brighton.Get($"{gathering}/rooms")).GetProperty("areas").EnumerateArray()
            .All(area => area.GetProperty("state").GetString() == "joined"));
    }

    // Each table says something; two of them join what they have said.
    private async Task<string[]> Join(Hall hall)
    {
        string[] said = ["Everybody has a say from the start", "What we say is done", "Tea first, then the agenda"];
        List<string> ids = [];
        foreach (var (table, text) in said.Index())
        {
            ids.Add($"{Guid.CreateVersion7()}");
            var sentence = $"{gathering}/sentences/{ids[^1]}";
            await hall.Put(sentence, new { text, kind = "sentence", tableId = hall.Tables[table].Id });
            await hall.Put($"{sentence}/agreements/{hall.Tables[table].Id}", new { text });
            await hall.Put($"{sentence}/voting");
        }
        const string Joined = "Everybody has a say from the start, and what we say is done";
        var joined = $"{gathering}/sentences/{Guid.CreateVersion7()}";
        await hall.Put(joined, new { text = Joined, kind = "definition", from = ids[..2] });
        foreach (var table in hall.Tables.Take(2))
            await hall.Put($"{joined}/agreements/{table.Id}", new { text = Joined });
        await hall.Put($"{joined}/voting");
        return [Joined, said[2], said[0]];
    }

    private static async Task AddUp(Hall host, string question, int areas, params string[] without)
    {
        await Until.So(async () => (await host.Get($"{question.Split("/questions")[0]}/rooms")).GetProperty("questions")
            .EnumerateArray().Last().GetProperty("handedIn").GetArrayLength() == areas);
        await host.Put($"{question}/sum", new { without });
        await host.Says($"{question}/together", "areas");
    }

    private static async Task Look(IPage page, string name, string? path = null)
    {
        if (path is not null) await page.GotoAsync(path);
        Assert.False(await page.Overflows(), $"{page.Url} is wider than the screen");
        Assert.Empty(await page.Faults());
        await page.Shoot($"afternoon/{name}");
    }
}
