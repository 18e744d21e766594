using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>How a coordinator names a role, and whoever answers for it comes in.</summary>
public sealed class RolePageTests(RunningArea area)
{
    [Fact]
    public async Task A_coordinator_names_a_role_and_whoever_has_the_slip_answers_for_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var overview = (await coordinator.Get("/overview")).Is(200);
        var list = (await coordinator.Get(overview.Link("Who groups can ask"))).Is(200);
        (await coordinator.Submit(list, "/roles", ("name", " "))).Is(422);
        var name = $"Bus company {RunningArea.Canary}";
        var role = (await coordinator.Submit(list, "/roles", ("name", name))).Is(200).Says("Nobody answers for it.");
        Assert.Equal($"/roles/{list.Value("roleId")}", role.Path);
        var slip = (await coordinator.Submit(role, $"{role.Path}/slip")).Is(200).Says($"There you answer as {name}.");
        var code = slip.Document.QuerySelector(".pn-code")!.TextContent;

        using var holder = Browser.At(area.East.Url);
        var asked = await holder.Submit(await holder.Get("/claim"), "/claim", ("code", code));
        (await holder.Submit(asked, "/claim/yes")).Is(200);
        var raise = scene.WeWait(new(Guid.Parse(list.Value("roleId")!)));
        var at = $"barriers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, scene.Member, raise)).Is(201);
        (await holder.Get($"/{at}/answer")).Is(200).Says(name);

        var held = (await coordinator.Get(role.Path)).Is(200).Says("Somebody answers for it");
        (await coordinator.Submit(held, role.Path, ("name", ""))).Is(422);
        (await coordinator.Submit(held, role.Path, ("name", $"{name} again"))).Is(200).Says($"{name} again");
        (await holder.Get($"/{at}/answer")).Is(200);
        (await coordinator.Submit(held, $"{role.Path}/vacancy")).Is(200).Says("Nobody answers for it.");
        (await holder.Get($"/{at}/answer")).Is(403);
        (await coordinator.Get("/roles")).Is(200).Says($"{name} again").Says("Nobody answers for it.");
    }

    [Fact]
    public async Task A_keeper_says_what_gets_in_the_way_from_the_page_of_a_gathering()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var at = $"/{(await scene.AQuestion(area.Http)).Gathering}";
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get((await lead.Get(at)).Link("Say what gets in the way"))).Is(200);
        Assert.Equal(at.Split('/')[^1], form.Value("gatheringId"));
        (string, string)[] typed =
            [("text", "We wait"), ("about", "time"), ("layer", "organisation"), ("roleId", $"{role}")];
        var raised = (await lead.Submit(form, null, typed)).Is(200);
        var told = (await area.Http.Get(raised.Path.TrimStart('/'), scene.Lead)).Text;
        Assert.Contains(form.Value("gatheringId")!, told, StringComparison.Ordinal);
    }
}
