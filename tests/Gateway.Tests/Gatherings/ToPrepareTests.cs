using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Keepers find on their first page what a gathering that is near does not have yet.</summary>
public sealed class ToPrepareTests(RunningArea area)
{
    private const string Needs = "and still needs:";

    [Fact]
    public async Task Three_days_before_its_keepers_read_what_is_not_ready_until_it_is()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var day = RunningArea.Today.AddDays(ToPrepare.Days);
        var at = await Planned(scene, second, day);
        using var lead = Browser.At(area.East, scene.Lead);
        using var coLead = Browser.At(area.East, scene.CoLead);
        using var member = Browser.At(area.East, scene.Member);
        var near = $"Sea and sky is on {Language.English.NearDay(day)} {Needs}";
        (await lead.Get("/home")).Is(200).Says($"{near} a second keeper; tables; questions");
        foreach (var other in new[] { coLead, member }) (await other.Get("/home")).Is(200).DoesNotSay(Needs);

        (await area.Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        (await area.Http.Put($"{at}/tables/{Guid.CreateVersion7()}", scene.Lead, new LayTable(Animal.Otter, 6)))
            .Is(201);
        var question = $"{at}/questions/{Guid.CreateVersion7()}";
        (await area.Http.Put(question, scene.Lead, GatheringAccess.AVote)).Is(201);
        (await lead.Get("/home")).Is(200)
            .Says($"{near} a yes from two keepers for each question");
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question}/readiness", keeper)).Is(200);
        (await lead.Get("/home")).Is(200).Says("Sea and sky").DoesNotSay(Needs);
    }

    [Fact]
    public async Task One_that_is_further_ahead_cancelled_or_has_begun_is_not_among_them()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        await Planned(scene, second, RunningArea.Today.AddDays(ToPrepare.Days + 1));
        var cancelled = await Planned(scene, second, RunningArea.Today);
        (await area.Http.Put($"{cancelled}/cancellation", scene.Lead, new CancelGathering("No hall"))).Is(200);
        var begun = await Planned(scene, second, RunningArea.Today);
        (await area.Http.Put($"{begun}/keepers/{second}", scene.Other)).Is(200);
        (await area.Http.Put($"{begun}/opening", scene.Lead)).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get("/home")).Is(200).Says("Sea and sky").DoesNotSay(Needs);
    }

    private async Task<string> Planned(Scene scene, Contracts.Groups.GroupId second, DateOnly day)
    {
        var at = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(scene.Group, second) with { Title = "Sea and sky", HeldOn = day };
        (await area.Http.Put(at, scene.Lead, plan)).Is(201);
        return at;
    }
}
