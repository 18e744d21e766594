using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Planning, moving and cancelling meetings, and saying who is coming, without JavaScript.</summary>
public sealed class PlanPageTests(RunningArea area)
{
    private static string Day(int days) => RunningArea.Today.AddDays(days).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task A_lead_plans_another_meeting_and_twice_is_once()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{scene.At}/meetings/new")).Is(200);
        (string, string)[] typed =
            [("heldOn", Day(10)), ("startsAt", "14:30"), ("title", "Walk on the Downs"), ("place.name", "Car park")];
        var planned = (await lead.Submit(page, null, typed)).Is(200).Says("2:30pm").Says("Car park");
        Assert.Equal("Walk on the Downs", planned.Heading);
        Assert.Equal(planned.Path, (await lead.Submit(page, null, typed)).Is(200).Path);
        await RunningArea.Until(async () => (await lead.Get($"/{scene.At}/meetings")).Has("Walk on the Downs"));
        Assert.Single((await lead.Get($"/{scene.At}/meetings")).Document.QuerySelectorAll(".pn-meetings li"));
    }

    [Theory]
    [InlineData("heldOn", "", "Enter the day.")]
    [InlineData("startsAt", "", "Enter when it starts.")]
    [InlineData("minutes", "1", "5 to 1,440")]
    [InlineData("minutes", "x", "how many minutes")]
    [InlineData("place.outcode", "Hove", "first half of a postcode")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string name, string value, string says)
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = await lead.Get($"/{scene.At}/meetings/new");
        var typed = new Dictionary<string, string>
        {
            ["heldOn"] = Day(10), ["startsAt"] = "14:30", ["title"] = "Walk on the Downs", [name] = value,
        };
        var again = (await lead.Submit(page, null, typed.Select(one => (one.Key, one.Value)))).Is(422).Says(says);
        Assert.Equal("Walk on the Downs", again.Value("title"));
        Assert.Equal(page.Value("id"), again.Value("id"));
    }

    [Fact]
    public async Task A_lead_moves_a_meeting_and_is_told_how_many_may_come()
    {
        var scene = await Scene.Make(area);
        var id = await scene.AMeetingToCome();
        (await area.Http.Put(
            $"meetings/{id}/intentions/{scene.Member.Id}", scene.Member, new StateIntention(Intention.Perhaps)))
                .Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/meetings/{id}/change")).Is(200).Says("1 person has said that they might come");
        (await lead.Submit(page, null, ("startsAt", "20:15"))).Is(200).Says("8:15pm");
        using var member = Browser.At(area.East, scene.Member);
        await RunningArea.Until(async () =>
            (await member.Get("/home")).Is(200).Html.Contains("the meeting has changed", StringComparison.Ordinal));
        (await lead.Get("/home")).Is(200).DoesNotSay("Changed since");
        (await member.Get($"/meetings/{id}")).Is(200).Says("8:15pm");
        (await member.Get("/home")).Is(200).DoesNotSay("Changed since");
        // Somebody else has moved it since this form was opened.
        var stale = (await lead.Submit(page, null, ("startsAt", "21:00"))).Is(422);
        stale.Says("Somebody else has changed this meeting. Saving it now replaces those changes.");
        Assert.Equal("20:15", (await area.Http.Get($"meetings/{id}", scene.Lead)).Is(200)
            .GetProperty("startsAt").GetString()![..5]);
        (await lead.Submit(stale, null)).Is(200).Says("9pm");
    }

    [Fact]
    public async Task Who_goes_back_to_the_form_plans_another_meeting_with_it()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{scene.At}/meetings/new")).Is(200);
        var first = (await lead.Submit(page, null, ("heldOn", Day(10)), ("startsAt", "14:30"))).Is(200);
        var again = (await lead.Submit(page, null, ("heldOn", Day(17)), ("startsAt", "14:30"))).Is(422);
        again.Says("You have planned that one already. Press the button again to plan another.");
        again.DoesNotSay("Somebody else");
        Assert.Equal(Day(17), again.Value("heldOn"));
        var second = (await lead.Submit(again, null)).Is(200);
        Assert.NotEqual(first.Path, second.Path);
        await RunningArea.Until(async () => (await lead.Get($"/{scene.At}/meetings")).Is(200)
            .Document.QuerySelectorAll(".pn-meetings li").Length == 2);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_keeps_its_own_place_from_strangers()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}";
        var place = new Place { Name = "Back room", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly };
        var plan = new PlanMeeting
        {
            GroupId = scene.Group, HeldOn = RunningArea.Today.AddDays(7), StartsAt = Scene.Seven, Place = place,
        };
        (await area.Http.Put(at, scene.Lead, plan)).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{at}/change")).Is(200);
        (await lead.Submit(page, null, ("startsAt", "20:15"))).Is(200).Says("8:15pm").Says("Back room");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get($"/{at}")).Is(200).Says("Lewes").DoesNotSay("Back room");
    }

    [Fact]
    public async Task A_lead_cancels_a_meeting_with_a_reason_and_brings_it_back()
    {
        var scene = await Scene.Make(area);
        var id = await scene.AMeetingToCome();
        using var lead = Browser.At(area.East, scene.CoLead);
        var page = (await lead.Get($"/meetings/{id}/cancel")).Is(200).Says("tell the people");
        var cancelled = (await lead.Submit(page, null, ("reason", "The hall has no heating."))).Is(200);
        cancelled.Says("This meeting is cancelled.").Says("The hall has no heating.");
        (await lead.Get($"/meetings/{id}/change")).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/meetings/{id}")).Is(200).Says("The hall has no heating.").DoesNotSay("after all");
        var back = (await lead.Submit(cancelled, $"/meetings/{id}/reinstate")).Is(200);
        Assert.False(back.Has("cancelled"));
    }

    [Fact]
    public async Task A_member_says_that_they_are_coming_changes_their_mind_and_takes_it_back()
    {
        var scene = await Scene.Make(area);
        var id = await scene.AMeetingToCome();
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get($"/meetings/{id}")).Is(200).Says("Are you coming?");
        foreach (var (said, chosen) in new[] { ("coming", "coming"), ("notComing", "notComing"), ("", "") })
        {
            var shown = (await member.Submit(page, null, ("intention", said))).Is(200);
            var ticked = shown.Document.QuerySelector("main input[name=intention][checked]")!.GetAttribute("value");
            Assert.Equal(chosen, ticked);
        }
        using var stranger = Browser.At(area.East, scene.Stranger);
        var theirs = (await stranger.Get($"/meetings/{id}")).Is(200);
        Assert.Empty(theirs.Document.QuerySelectorAll("main form"));
        (await stranger.Post($"/meetings/{id}/intention", [.. (await stranger.Get("/groups/new")).Token(),
            new("intention", "coming")])).Is(403);
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_group_plans_moves_or_cancels()
    {
        var scene = await Scene.Make(area);
        var id = await scene.AMeetingToCome();
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member })
        {
            using var browser = Browser.At(area.East, person);
            var token = (await browser.Get("/groups/new")).Token();
            string[] pages = [$"/{scene.At}/meetings/new", $"/meetings/{id}/change", $"/meetings/{id}/cancel"];
            foreach (var page in pages)
            {
                (await browser.Get(page)).Is(403);
                (await browser.Post(page, [.. token, new("heldOn", Day(3)), new("startsAt", "10:00")])).Is(403);
            }
            (await browser.Post($"/meetings/{id}/reinstate", token)).Is(403);
        }
    }

    [Fact]
    public async Task A_visitor_sees_when_the_group_meets_and_no_more()
    {
        var scene = await Scene.Make(area);
        var id = await scene.AMeetingToCome();
        var logged = await scene.ALoggedMeeting();
        using var browser = Browser.At(area.East.Url);
        var list = (await browser.Get($"/{scene.At}/meetings")).Is(200);
        Assert.Equal(2, list.Document.QuerySelectorAll(".pn-meetings li").Length);
        Assert.Empty(list.Document.QuerySelectorAll(".pn-meetings a"));
        list.Says("It took place");
        Assert.StartsWith("/sign-in", (await browser.Get($"/meetings/{id}")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await browser.Get($"/{logged}")).Path, StringComparison.Ordinal);
    }
}
