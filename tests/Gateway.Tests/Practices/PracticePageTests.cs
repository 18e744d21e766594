using PeerNet.Contracts;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>Telling what groups did, agreeing and saying thank you, in a browser without JavaScript.</summary>
public sealed class PracticePageTests(RunningArea area)
{
    [Fact]
    public async Task A_member_tells_it_leads_agree_another_group_says_thank_you_and_a_lead_takes_it_back()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        var group = (await member.Get($"/{scene.At}")).Is(200);
        var list = (await member.Get(group.Link("What the group has done"))).Is(200)
            .Says("Nobody has written anything yet.");
        var form = (await member.Get(list.Link("Say what you did"))).Is(200);
        var told = (await member.Submit(form, $"/{scene.At}/practice/new", Typed)).Is(200)
            .Says($"We rang {RunningArea.Canary}").Says("It is waiting for a yes");
        Assert.Equal($"/practice/{form.Value("id")}", told.Path);
        told.DoesNotSay("Yes, show it");
        using var other = Browser.At(area.East, scene.Other);
        (await other.Get("/practice")).Is(200).Says("Waiting for a yes");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get(told.Path)).Is(404);

        using var lead = Browser.At(area.East, scene.Lead);
        var asked = (await lead.Get(told.Path)).Is(200).Says("No, do not show it").DoesNotSay("Take it back");
        (await lead.Submit(asked, $"{told.Path}/agreement")).Is(200).Says("everybody in");
        (await stranger.Get(told.Path)).Is(200).Says("No other group has said thank you yet.");
        var read = (await other.Get(told.Path)).Is(200);
        (await other.Submit(read, $"{told.Path}/thanks")).Is(200).Says("A few groups say thank you.")
            .Says("Your group is one of them.").DoesNotSay("Say thank you from");
        (await other.Get($"/groups/{second}/practice")).Is(200).Says("Nobody has written anything yet.");

        var shown = (await lead.Get(told.Path)).Is(200).Says("Take it back").DoesNotSay("No, do not show it");
        (await lead.Submit(shown, $"{told.Path}/withdrawal")).Is(200).Says("It was taken back.")
            .DoesNotSay(RunningArea.Canary);
        (await stranger.Get(told.Path)).Is(404);
        (await lead.Submit(asked, $"{told.Path}/agreement")).Is(422).Says("Somebody has changed this");
    }

    [Fact]
    public async Task Whoever_tells_it_chooses_who_can_read_it_and_a_lead_reads_that_before_they_say_yes()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var member = Browser.At(area.East, scene.Member);
        using var lead = Browser.At(area.East, scene.Lead);
        var at = $"/{scene.At}/practice/new";
        var form = (await member.Get(at)).Is(200).Says("Who can read it?")
            .Says("Anybody, on the web").Says("PeerNet does not add the name of a group");
        (await member.Submit(form, at, [.. Typed, ("readers", "everybody")])).Is(422).Says("Choose who can read it.");
        var told = (await member.Submit(form, at, [.. Typed, ("readers", "allAreas")])).Is(200);
        var asked = (await lead.Get(told.Path)).Is(200)
            .Says("anybody can read it, on the web and without signing in").Says("not add the name of a group");
        (await lead.Submit(asked, $"{told.Path}/agreement")).Is(200)
            .Says("anybody can read it, on the web and without signing in.");
        var home = await scene.ATold(area.Http);
        (await lead.Get($"/practice/{home[^36..]}")).Is(200).Says("It stays in this area.")
            .DoesNotSay("on the web");
    }

    [Fact]
    public async Task A_lead_who_does_not_want_it_says_no()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ATold(area.Http);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/practice/{at[^36..]}")).Is(200);
        (await lead.Submit(page, $"{page.Path}/withdrawal")).Is(200).Says("A group said no, so it is not shown.")
            .DoesNotSay("taken back");
        (await area.Http.Get(at, scene.Coordinator)).Refuses(404, "practice.not-found");
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_said_and_what_was_typed_is_kept()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var member = Browser.At(area.East, scene.Member);
        var at = $"/{scene.At}/practice/new";
        var form = (await member.Get(at)).Is(200);
        var wrong = (await member.Submit(form, at, ("weDid", "We rang"))).Is(422)
            .Says("Enter what changed").Says("Choose where something changed.");
        Assert.Equal("We rang", wrong.Document.QuerySelector("textarea")!.TextContent);
        (await member.Submit(form, at, [.. Typed, ("wasHard", new string('x', 1001))])).Is(422)
            .Says("Enter up to 1,000 characters.");
        (await member.Submit(form, at, Typed)).Is(200);
        (await member.Submit(form, at, Typed)).Is(200);
        (await member.Submit(form, at, [.. Typed[..1], ("changed", "Nothing"), Typed[2]])).Is(422)
            .Says("You have already said something with this form.");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get(at)).Is(403);
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get("/practice")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_who_is_asked_finds_the_question_on_the_group_s_page_until_they_put_it_off()
    {
        var scene = await (await Scene.Make(area)).Known();
        RunningArea.Yes(await area.East.Grains.GroupPractice(area.East.Area, scene.Group).AskForPractice(Caller.Area));
        foreach (var person in new[] { scene.Lead, scene.CoLead })
        {
            await RunningArea.Until(async () => (await area.Http.Get("members/me/notices", person)).Text
                .Contains("practiceToTell", StringComparison.Ordinal));
        }
        const string Question = "met at least ten times";
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{scene.At}")).Is(200).DoesNotSay(Question);
        using var coLead = Browser.At(area.East, scene.CoLead);
        var asked = (await coLead.Get($"/{scene.At}")).Is(200).Says(Question);
        (await coLead.Submit(asked, $"/{scene.At}/practice/not-now")).Is(200).DoesNotSay(Question);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{scene.At}")).Is(200).Says(Question);
        await scene.AShown(area.Http);
        await RunningArea.Until(async () => !(await lead.Get($"/{scene.At}")).Document.Body!.TextContent
            .Contains(Question, StringComparison.Ordinal));
    }

    private static (string, string)[] Typed =>
        [("weDid", $"We rang {RunningArea.Canary}"), ("changed", "Seven came back"), ("layer", "individual")];
}
