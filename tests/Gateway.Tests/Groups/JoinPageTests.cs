using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Joining, asking and answering on the page of a group, in a browser without JavaScript.</summary>
public sealed class JoinPageTests(RunningArea area)
{
    [Fact]
    public async Task A_visitor_is_led_to_sign_in_and_back()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East.Url);
        var page = (await browser.Get($"/{scene.At}")).Is(200).Says("Sign in to ask");
        Assert.Equal($"/sign-in?to=%2Fgroups%2F{scene.Group}", page.Link("Sign in to ask"));
        Assert.Empty(page.Document.Forms);
        // Without a session nothing is written, whatever a form says.
        var answer = await browser.Post($"/{scene.At}/join", []);
        Assert.StartsWith("/sign-in?to=", answer.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_asks_twice_and_waits_once_and_withdraws()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East, scene.Stranger);
        var page = (await browser.Get($"/{scene.At}")).Is(200).Says("Ask to come");
        var asked = (await browser.Submit(page, $"/{scene.At}/join")).Is(200).Says("You have asked to come.");
        Assert.Equal($"/{scene.At}#you", asked.Path + "#you");
        (await browser.Submit(page, $"/{scene.At}/join")).Is(200).Says("You have asked to come.");
        Assert.Equal(2, Asked(await area.Http.Get(scene.At, scene.Lead)));
        (await browser.Get("/home")).Says("it has not answered yet").DoesNotSay("You do not belong to a group yet.");
        (await browser.Submit(asked, $"/{scene.At}/leave")).Is(200).Says("Ask to come");
        Assert.Equal(1, Asked(await area.Http.Get(scene.At, scene.Lead)));
    }

    [Fact]
    public async Task An_open_group_is_joined_at_once_and_left_again()
    {
        var scene = await Scene.Make(area);
        await Describe(scene, Scene.Description with { Joining = Joining.Open });
        using var browser = Browser.At(area.East, scene.Stranger);
        var page = (await browser.Get($"/{scene.At}")).Is(200);
        var joined = (await browser.Submit(page, $"/{scene.At}/join")).Is(200).Says("You belong to this group.");
        (await browser.Submit(joined, $"/{scene.At}/leave")).Is(200).Says("Join this group");
    }

    [Fact]
    public async Task An_invitation_is_accepted_or_declined_and_others_cannot_ask()
    {
        var scene = await Scene.Make(area);
        await Describe(scene, Scene.Description with { Joining = Joining.Invite });
        var yes = await scene.SomebodyWhoIsInvited();
        var no = await scene.SomebodyWhoIsInvited();
        using var accepts = Browser.At(area.East, yes);
        var page = (await accepts.Get($"/{scene.At}")).Says("This group has invited you.");
        (await accepts.Submit(page, $"/{scene.At}/join")).Is(200).Says("You belong to this group.");
        using var declines = Browser.At(area.East, no);
        page = await declines.Get($"/{scene.At}");
        (await declines.Submit(page, $"/{scene.At}/leave")).Is(200).Says("This group invites people itself.");
        using var stranger = Browser.At(area.East, scene.Stranger);
        page = (await stranger.Get($"/{scene.At}")).Is(200);
        Assert.Empty(page.Document.Forms);
        // Their own form of another group has a token that is valid for this one too.
        var form = await stranger.Get($"/{(await Scene.Make(area)).At}");
        (await stranger.Post($"/{scene.At}/join", form.Token())).Is(403).Says("by invitation only");
    }

    [Fact]
    public async Task The_only_lead_cannot_leave_and_is_told_why_on_the_page()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Delete($"{scene.At}/members/{scene.CoLead.Id}", scene.Lead)).Is(204);
        using var browser = Browser.At(area.East, scene.Lead);
        var page = (await browser.Get($"/{scene.At}")).Is(200).Says("You help to run this group.");
        (await browser.Submit(page, $"/{scene.At}/leave")).Is(422)
            .Says("There is a problem").Says("Name another lead first").Says("You help to run this group.");
    }

    [Fact]
    public async Task A_lead_welcomes_people_and_guests_or_says_not_this_time_and_twice_is_once()
    {
        var scene = await (await Scene.Make(area)).Known();
        var other = await scene.SomebodyWhoAsks();
        var guest = await scene.AGuestWhoAsks();
        var late = await scene.AGuestWhoAsks();
        using var lead = Browser.At(area.East, scene.CoLead);
        var page = (await lead.Get($"/{scene.At}")).Says("People who would like to come").Says("From West Sussex");
        Assert.Equal(4, page.Document.QuerySelectorAll("button[value=true]").Length);
        foreach (var once in new[] { 1, 2 })
        {
            await lead.Submit(page, $"/{scene.At}/requests/{scene.Asked.Id}", ("welcome", "true"));
            await lead.Submit(page, $"/{scene.At}/requests/{other.Id}", ("welcome", "false"));
            await lead.Submit(page, $"/{scene.At}/guests/{guest}", ("welcome", "true"));
            (await lead.Submit(page, $"/{scene.At}/guests/{late}", ("welcome", "false"))).Is(200);
        }
        // Whoever does not want to come any more, or was told "not this time", is not invited.
        await lead.Submit(page, $"/{scene.At}/requests/{other.Id}", ("welcome", "true"));
        // Two leads may answer at once: whom one has welcomed, the other does not put out.
        await lead.Submit(page, $"/{scene.At}/requests/{scene.Asked.Id}", ("welcome", "false"));
        await lead.Submit(page, $"/{scene.At}/guests/{guest}", ("welcome", "false"));
        var group = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal(0, group.GetProperty("asked").GetArrayLength());
        var roster = Ids(group, "roster", "memberId");
        Assert.Contains($"{scene.Asked.Id}", roster);
        Assert.DoesNotContain($"{other.Id}", group.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([$"{guest}"], Ids(group, "seats", "id"));
    }

    [Fact]
    public async Task A_stranger_reads_that_people_of_the_group_run_it_and_its_people_read_who()
    {
        var scene = await (await Scene.Make(area)).Known();
        const string says = "You see their names once you belong.";
        using var visitor = Browser.At(area.East.Url);
        (await visitor.Get($"/{scene.At}")).Is(200).Says("Who runs it").Says("People of the group run it.").Says(says);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{scene.At}")).Is(200).Says("Who runs it").DoesNotSay(says);
        (await area.Http.Put($"{scene.At}/closure", scene.Lead)).Is(200);
        (await visitor.Get($"/{scene.At}")).Is(200).DoesNotSay("Who runs it");
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_group_sees_or_answers_requests()
    {
        var scene = await Scene.Make(area);
        var guest = await scene.AGuestWhoAsks();
        var elsewhere = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member, elsewhere.Lead })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get($"/{scene.At}")).Is(200).DoesNotSay("would like to come").DoesNotSay($"{guest}");
            var token = (await browser.Get($"/{elsewhere.At}")).Token();
            foreach (var welcome in new[] { "true", "false" })
            {
                KeyValuePair<string, string>[] fields = [.. token, new("welcome", welcome)];
                // One's own request is one's own to withdraw.
                if (person != scene.Asked)
                    (await browser.Post($"/{scene.At}/requests/{scene.Asked.Id}", fields)).Is(403);
                (await browser.Post($"/{scene.At}/guests/{guest}", fields)).Is(403);
            }
        }
        var group = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal(1, group.GetProperty("asked").GetArrayLength());
        Assert.Equal("asked", group.GetProperty("seats")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task No_form_is_taken_without_the_token_of_its_page()
    {
        var scene = await Scene.Make(area);
        var guest = await scene.AGuestWhoAsks();
        using var lead = Browser.At(area.East, scene.Lead);
        using var member = Browser.At(area.East, scene.Member);
        var foreign = (await member.Get($"/{scene.At}")).Token();
        await lead.Get($"/{scene.At}");
        foreach (var path in (string[])["join", "leave", $"requests/{scene.Asked.Id}", $"guests/{guest}"])
        {
            (await lead.Post($"/{scene.At}/{path}", [new("welcome", "true")])).Is(400);
            (await lead.Post($"/{scene.At}/{path}", [.. foreign, new("welcome", "true")])).Is(400);
        }
        Assert.Equal(1, Asked(await area.Http.Get(scene.At, scene.Lead)));
    }

    [Fact]
    public async Task An_address_that_only_takes_forms_leads_back_to_the_group()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East, scene.Member);
        foreach (var path in (string[])["join", "leave"])
            Assert.Equal($"/{scene.At}", (await browser.Get($"/{scene.At}/{path}")).Is(200).Path);
    }

    private static string?[] Ids(JsonElement group, string list, string id) =>
        [.. group.GetProperty(list).EnumerateArray().Select(one => one.GetProperty(id).GetString())];

    private static int Asked(Answer group) => group.Is(200).GetProperty("asked").GetArrayLength();

    private async Task Describe(Scene scene, GroupDescription description) =>
        (await area.Http.Put(scene.At, scene.Lead, description, "*")).Is(200);
}
