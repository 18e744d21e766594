using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;
using static PeerNet.Gateway.Tests.Practices.PracticesInAScene;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>What groups have done, over HTTP.</summary>
public sealed class PracticeTests(RunningArea area)
{
    [Fact]
    public async Task It_is_hidden_until_both_groups_agree_and_gone_once_one_of_them_takes_it_back()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = await scene.ATold(area.Http, second);
        var says = APractice(scene.Group, second);
        (await area.Http.Put(at, scene.Member, says)).Is(200);
        (await area.Http.Put(at, scene.Member, says with { WasHard = null })).Refuses(409, "practice.words-stay");
        (await area.Http.Put($"{at}/agreements/{scene.Group}", scene.CoLead)).Is(200);
        (await area.Http.Get(at, scene.Stranger)).Refuses(404, "practice.not-found");
        Assert.DoesNotContain(at.Split('/')[1], await ListedTo(scene.Stranger), StringComparison.Ordinal);
        Assert.Contains(at.Split('/')[1], await ListedTo(scene.Member), StringComparison.Ordinal);
        (await area.Http.Put($"{at}/agreements/{second}", scene.Lead)).Refuses(403, "practice.leads-only");
        (await area.Http.Put($"{at}/agreements/{second}", scene.Other)).Is(200);
        var shown = (await area.Http.Get(at, scene.Stranger)).Is(200);
        Assert.Equal("shown", shown.GetProperty("state").GetString());
        Assert.Contains(at.Split('/')[1], await ListedTo(scene.Stranger), StringComparison.Ordinal);
        foreach (var person in new[] { scene.Lead, scene.CoLead, scene.Member, scene.Other })
            Assert.DoesNotContain($"{person.Id}", shown.GetRawText(), StringComparison.Ordinal);

        (await area.Http.Put($"{at}/withdrawal", scene.Other)).Is(200);
        (await area.Http.Put($"{at}/withdrawal", scene.Other)).Is(200);
        (await area.Http.Get(at, scene.Stranger)).Refuses(404, "practice.not-found");
        Assert.DoesNotContain(at.Split('/')[1], await ListedTo(scene.Member), StringComparison.Ordinal);
        var gone = (await area.Http.Get(at, scene.Member)).Is(200).GetRawText();
        Assert.DoesNotContain(RunningArea.Canary, gone, StringComparison.Ordinal);
        (await area.Http.Put(at, scene.Member, says)).Refuses(409, "practice.words-stay");
        (await area.Http.Put($"{at}/agreements/{scene.Group}", scene.Lead)).Refuses(409, "practice.state");
    }

    [Fact]
    public async Task Three_groups_that_say_thank_you_are_a_few_and_four_are_four()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AShown(area.Http);
        var groups = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.AnotherGroup(area)));
        foreach (var (group, lead) in groups[..3]) (await area.Http.Put($"{at}/thanks/{group}", lead)).Is(200);
        Assert.Equal(new FewOrMore(true, null), await Thanks(at, scene.Member));
        var (last, by) = groups[3];
        for (var twice = 0; twice < 2; twice++) (await area.Http.Put($"{at}/thanks/{last}", by)).Is(200);
        Assert.Equal(new FewOrMore(true, 4), await Thanks(at, scene.Member));
        var read = (await area.Http.Get(at, scene.Member)).Text;
        Assert.DoesNotContain($"{last}", read, StringComparison.Ordinal);
        (await area.Http.Put($"{at}/thanks/{scene.Group}", scene.Member)).Refuses(409, "practice.own");
    }

    [Fact]
    public async Task Leads_hear_that_it_waits_for_them_until_one_of_them_agrees()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ATold(area.Http);
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => await IsTold(lead, at));
        Assert.False(await IsTold(scene.Member, at));
        (await area.Http.Put($"{at}/agreements/{scene.Group}", scene.Lead)).Is(200);
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => !await IsTold(lead, at));
    }

    private async Task<string> ListedTo(Person person) => (await area.Http.Get("practices", person)).Text;

    private async Task<FewOrMore> Thanks(string at, Person by) =>
        (await area.Http.Get(at, by)).Is(200).Deserialize<PracticeDetails>(PeerNetJson.Options)!.Thanks;

    private async Task<bool> IsTold(Person person, string at)
    {
        var told = (await area.Http.Get("members/me/notices", person)).Text;
        return told.Contains("practiceToAgree", StringComparison.Ordinal)
            && told.Contains(at.Split('/')[1], StringComparison.Ordinal);
    }
}
