using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Who may open and send the forms that log a meeting, and with which token.</summary>
public sealed class LogFormTests(RunningArea area)
{
    private const string Token = "__RequestVerificationToken";

    [Fact]
    public async Task Each_kind_of_person_sees_the_pages_that_are_theirs()
    {
        var scene = await Scene.Make(area);
        var open = await scene.APlannedMeeting();
        var logged = await scene.ALoggedMeeting();
        var people = new (Person By, int OfGroup, int Open, int Logged)[]
        {
            (scene.Stranger, 403, 403, 404), (scene.Asked, 403, 403, 404), (scene.Member, 403, 403, 403),
            (scene.CoLead, 200, 200, 200), (scene.Lead, 200, 200, 200), (scene.Coordinator, 200, 200, 200),
            (scene.NetworkCoordinator, 403, 403, 404),
        };
        foreach (var (by, ofGroup, ofOpen, ofLogged) in people)
        {
            using var browser = new FormClient(area.East.Url, by);
            Assert.Equal(ofGroup, (await browser.Open($"/{scene.At}/log")).Status);
            Assert.Equal(ofOpen, (await browser.Open($"/{open}/log")).Status);
            Assert.Equal(ofLogged, (await browser.Open($"/{logged}/log")).Status);
        }
        using var visitor = new FormClient(area.East.Url, Person.Visitor);
        foreach (var path in new[] { $"/{scene.At}/log", $"/{open}/log", $"/{logged}/saved" })
            Assert.Equal("/sign-in", (await visitor.Open(path)).Path);
    }

    [Fact]
    public async Task Nobody_but_a_lead_logs_with_a_good_token_of_their_own()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var form = (await lead.Open($"/{meeting}/log")).Form;
        foreach (var by in new[] { scene.Stranger, scene.Asked, scene.Member, scene.NetworkCoordinator })
        {
            using var browser = new FormClient(area.East.Url, by);
            // A page with a form that anybody may open.
            form[Token] = (await browser.Open("/sign-out")).Form[Token];
            Assert.Equal(403, (await browser.Send($"/{meeting}/log", form)).Status);
            Assert.Equal(403, (await browser.Send($"/{scene.At}/log", form)).Status);
        }
        await IsNotLogged(meeting, scene);
    }

    [Fact]
    public async Task A_missing_stale_or_foreign_token_logs_nothing()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        using var other = new FormClient(area.East.Url, scene.CoLead);
        var form = (await lead.Open($"/{meeting}/log")).Form;
        string[][] tokens = [[], ["nonsense"], (await other.Open($"/{meeting}/log")).Form[Token]];
        foreach (var token in tokens)
        {
            form[Token] = token;
            foreach (var path in new[] { $"/{meeting}/log", $"/{scene.At}/log" })
                Assert.Equal(400, (await lead.Send(path, form)).Status);
        }
        await IsNotLogged(meeting, scene);
    }

    [Fact]
    public async Task A_lead_of_one_group_logs_no_meeting_of_another()
    {
        var scene = await Scene.Make(area);
        var other = await Scene.Make(area);
        var meeting = await other.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{scene.At}/log");
        Assert.Equal(403, (await lead.Send($"/{other.At}/log", page.Form)).Status);
        Assert.Equal(403, (await lead.Send($"/{meeting}/log", page.Form)).Status);
        page.Form["meeting"] = [$"{meeting.Split('/')[1]}/{RunningArea.Today.AddDays(-1):yyyy-MM-dd}/19:00"];
        Assert.Equal(422, (await lead.Send(page)).Status);
        await IsNotLogged(meeting, other);
    }

    private async Task IsNotLogged(string meeting, Scene scene) =>
        Assert.False((await area.Http.Get(meeting, scene.Lead)).Is(200).GetProperty("logged").GetBoolean());
}
