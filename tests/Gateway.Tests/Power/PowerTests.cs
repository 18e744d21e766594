using System.Text.RegularExpressions;
using PeerNet.Contracts.Power;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Power.PowerAccess;

namespace PeerNet.Gateway.Tests.Power;

/// <summary>Roles in a group, over HTTP and on the page.</summary>
public sealed partial class PowerTests(RunningArea area)
{
    [Fact]
    public async Task Nobody_else_ever_sees_a_name_beside_a_duration()
    {
        var scene = await (await Scene.Make(area)).Known();
        await scene.ARole(area.Http);
        var own = (await area.Http.Get($"{scene.At}/power", scene.Member)).Is(200);
        Assert.Contains("2019-05-17", own.GetProperty("yours").GetRawText(), StringComparison.Ordinal);
        Assert.True(own.GetProperty("yours")[0].GetProperty("isAsked").GetBoolean());
        var others = (await area.Http.Get($"{scene.At}/power", scene.Lead)).Is(200).GetRawText();
        Assert.Contains($"{scene.Member.Id}", others, StringComparison.Ordinal);
        Assert.DoesNotMatch(Duration(), others);
        Assert.DoesNotContain("sAsked", others, StringComparison.Ordinal);
        Person[] group = [scene.Lead, scene.Other];
        foreach (var reader in (Person[])[.. group, scene.Coordinator, scene.Stranger])
        {
            using var browser = Browser.At(area.East, reader, reader == scene.Coordinator ? "coordinator" : null);
            var pages = await browser.OpenedAbout([$"{scene.Group}"], $"/{scene.At}");
            Assert.Equal(group.Contains(reader), pages.Any(page => page.Path == $"/{scene.At}/power"));
            Assert.Empty(pages.Where(page => Duration().IsMatch(page.TextAndValues())).Select(page => page.Path));
        }
        (await area.Http.Get($"{scene.At}/power", scene.Coordinator)).Refuses(403, "access.not-yours");
    }

    [Fact]
    public async Task Whoever_is_asked_offers_it_on_somebody_takes_it_and_the_timeline_celebrates_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var member = Browser.At(area.East, scene.Member);
        var at = $"/{scene.At}/power";
        var group = (await member.Get($"/{scene.At}")).Is(200);
        var empty = (await member.Get(group.Link("Who does what in the group"))).Is(200)
            .Says("Nobody has said yet what they do.");
        (await member.Submit(empty, at, ("role", "doorKeeper"), ("since", ""))).Is(422)
            .Says("Enter the day you started.");
        var said = (await member.Submit(empty, at, ("role", "doorKeeper"), ("since", "2019-05-17"))).Is(200)
            .Says("Opens the door and has the key").Says("you have done this for two years or more");
        (await member.Submit(empty, at, ("role", "doorKeeper"), ("since", "2019-05-17"))).Is(200);
        var hold = (await area.Http.Get($"{scene.At}/power", scene.Member)).Is(200).GetProperty("roles")[0]
            .GetProperty("id").GetString();
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get(at)).Is(200).DoesNotSay("two years or more").DoesNotSay("I will do it");
        (await member.Submit(said, $"{at}/{hold}/offer")).Is(200).DoesNotSay("two years or more");
        var offered = (await lead.Get(at)).Is(200).Says("Offered to whoever would like to do it.");
        (await lead.Submit(offered, $"{at}/{hold}/taking")).Is(200).DoesNotSay("Offered to whoever");
        (await lead.Submit(offered, $"{at}/{hold}/taking")).Is(200);
        // Others see the ID, so it does not contain the time.
        Assert.All(
            (await area.Http.Get($"{scene.At}/power", scene.Member)).Is(200).GetProperty("roles").EnumerateArray(),
            role => Assert.Equal('4', role.GetProperty("id").GetString()![14]));
        (await lead.Get($"/{scene.At}/timeline")).Is(200).Says("handed on");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get(at)).Is(403);
    }

    [Fact]
    public async Task Whoever_does_something_changes_what_they_have_said_of_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        await scene.ARole(area.Http);
        var at = $"/{scene.At}/power";
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get(at)).Is(200);
        var change = (await member.Get(page.LinkWith("Change what you have said"))).Is(200);
        Assert.Equal("2019-05-17", change.Value("since"));
        (await member.Submit(change, at, ("sharedWith", "1"))).Is(200).Says("Shared with one other.");
        // So does the empty form.
        var sent = (await member.Submit(
            page, at, ("role", "lead"), ("since", "2020-01-01"), ("sharedWith", "2"))).Is(200);
        var own = Assert.Single((await area.Http.Get($"{scene.At}/power", scene.Member)).Is(200).GetProperty("yours")
            .EnumerateArray().ToList());
        Assert.Equal("2020-01-01", own.GetProperty("since").GetString());
        Assert.Equal(2, own.GetProperty("sharedWith").GetInt32());
        // Another role is another one, although the form was that of the first.
        (await member.Submit(change, at, ("role", "money"))).Is(200).Says("Looks after the money");
        (await member.Submit(sent, $"{at}/{own.GetProperty("id").GetString()}/end")).Is(200);
        (await member.Submit(page, at, ("role", "lead"), ("since", "2020-01-01"))).Is(422)
            .Says("Enter the day you started again.");
    }

    [Fact]
    public async Task A_coordinator_reads_counts_alone_and_whoever_is_erased_holds_nothing()
    {
        var scene = await (await Scene.Make(area)).Known();
        await scene.ARole(area.Http);
        var text = (await area.Http.Get("area/power", scene.Coordinator)).Is(200).GetRawText();
        Assert.DoesNotContain($"{scene.Group}", text, StringComparison.Ordinal);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get("/overview")).Is(200).Says("Who does what in groups");
        (await area.Http.Delete($"members/{scene.Member.Id}", scene.Member)).Is(204);
        await RunningArea.Until(async () => (await area.Http.Get($"{scene.At}/power", scene.Lead)).Is(200)
            .GetProperty("roles").GetArrayLength() == 0);
    }

    // The year since when, unless it is a part of an ID.
    [GeneratedRegex(@"(?<!-)\b2019\b|two years or more")]
    private static partial Regex Duration();
}
