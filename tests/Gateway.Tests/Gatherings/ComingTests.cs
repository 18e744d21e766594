using System.Text.Json;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>How many mean to come and what they need is said beforehand, and to keepers alone.</summary>
public sealed class ComingTests(RunningArea area)
{
    [Fact]
    public async Task A_keeper_says_who_comes_and_all_keepers_see_what_is_not_there_yet()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        using var lead = Browser.At(area.East, scene.Lead);
        var gathering = (await lead.Get($"/{at}")).Is(200).Says("Has not said yet");
        var form = (await lead.Get(gathering.LinkWith("Say how many are coming from"))).Is(200);
        (await lead.Submit(form, $"/{at}/coming", ("people", "six"))).Is(422).Says("Enter how many people are coming");
        (await lead.Submit(form, $"/{at}/coming", ("people", "201"))).Is(422).Says("Use 0 to 200.");
        (await lead.Submit(form, $"/{at}/coming", ("people", "6"), ("needs", "signLanguage"), ("needs", "quietSpace")))
            .Is(200).Says("6 people plan to come so far.").Says("does not have this yet");
        var again = (await lead.Get($"/{at}/coming")).Is(200);
        Assert.Equal("6", again.Document.QuerySelector("#people")!.GetAttribute("value"));
        Assert.Equal(2, again.Document.QuerySelectorAll("[name=needs][checked]").Length);
        using var other = Browser.At(area.East, scene.Other);
        (await other.Get($"/{at}")).Is(200).Says("6 people").Says("British Sign Language interpreter");
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{at}")).Is(200).DoesNotSay("Who is coming").DoesNotSay("Sign Language");
        (await member.Get($"/{at}/coming")).Is(403);
    }

    [Fact]
    public async Task Over_HTTP_it_is_in_what_keepers_read_and_a_stale_version_is_refused()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        var coming = $"{at}/keepers/{scene.Group}/coming";
        var said = (await area.Http.Put(
            coming, scene.Lead, new PeopleComing { People = 6, Needs = [AccessNeed.SignLanguage] })).Is(200);
        Assert.Equal(6, KeeperOf(said).GetProperty("coming").GetProperty("people").GetInt32());
        var again = new PeopleComing { People = 7 };
        (await area.Http.Put(coming, scene.Lead, again, $"\"{said.GetProperty("version").GetInt32() - 1}\"")).Is(412);
        (await area.Http.Put(coming, scene.Other, again)).Is(403);
        (await area.Http.Put($"{at}/keepers/{Guid.CreateVersion7()}/coming", scene.Lead, again)).Is(404);
        var read = (await area.Http.Get(at, scene.Other)).Is(200);
        Assert.Equal("""{"people":6,"needs":[]}""", KeeperOf(read).GetProperty("coming").GetRawText());
        Assert.Equal("""["signLanguage"]""", read.GetProperty("neededByAll").GetRawText());
        var ours = KeeperOf((await area.Http.Get(at, scene.Lead)).Is(200));
        Assert.Equal("signLanguage", ours.GetProperty("coming").GetProperty("needs")[0].GetString());
        var seen = (await area.Http.Get(at, scene.Member)).Is(200);
        Assert.False(KeeperOf(seen).TryGetProperty("coming", out _));
        Assert.Equal("[]", seen.GetProperty("neededByAll").GetRawText());
    }

    private static JsonElement KeeperOf(JsonElement gathering) => gathering.GetProperty("keepers")[0];
}
