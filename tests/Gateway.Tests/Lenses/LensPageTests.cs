using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Lenses;

/// <summary>Reading lenses and saying which helps, over HTTP and in a browser without JavaScript.</summary>
public sealed class LensPageTests(RunningArea area)
{
    [Fact]
    public async Task Everybody_reads_them_by_name_and_a_lead_says_which_helps_their_group()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.Lead);
        var list = (await lead.Get("/lenses")).Is(200).Says("None of them is the right one.").Says("Arnstein");
        var names = list.Document.QuerySelectorAll("main h2").Select(name => name.TextContent.Trim()).ToList();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        (await lead.Get(list.Link("The leaf"))).Is(200).Says("Nobody has described it yet.");
        var page = (await lead.Get(list.Link("Ladder of co-production"))).Is(200)
            .Says("Think Local Act Personal").Says("Co-design").Says("thinklocalactpersonal.org.uk");
        (await lead.Submit(page, $"{page.Path}/helps", ("why", " "))).Is(422).Says("Enter how it helps, briefly.");
        var why = $"It shows where we are {RunningArea.Canary}";
        var said = (await lead.Submit(page, $"{page.Path}/helps", ("why", why))).Is(200).Says(why);
        (await lead.Submit(page, $"{page.Path}/helps", ("why", why))).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get(page.Path)).Is(200).Says(why).DoesNotSay("How does it help?").DoesNotSay("Take back what");
        (await lead.Submit(said, $"{page.Path}/take-back")).Is(200).DoesNotSay(why);
        (await lead.Get($"/lenses/{Guid.CreateVersion7()}")).Is(404);
    }

    [Fact]
    public async Task A_coordinator_takes_back_what_a_group_says_because_there_is_a_name_in_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await LensAccess.ALens(area.Http, scene);
        var why = $"Robin likes it {RunningArea.Canary}";
        (await area.Http.Put($"{at}/helped/{scene.Group}", scene.Lead, new { why })).Is(200);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var page = (await coordinator.Get($"/{at}")).Is(200).Says(why).Says("Take back what");
        (await coordinator.Submit(page, $"/{at}/take-back")).Is(200).DoesNotSay(why);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{at}")).Is(200).DoesNotSay(why).Says("How does it help?");
    }

    [Fact]
    public async Task A_coordinator_adds_one_and_what_is_wrong_with_it_is_said()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var form = (await coordinator.Get((await coordinator.Get("/lenses")).Is(200).Link("Add another"))).Is(200);
        var wrong = (await coordinator.Submit(form, null, ("link", "bridge"), ("steps", "One\none"))).Is(422)
            .Says("Enter its name").Says("Enter who made it").Says("Enter the credit").Says("begins with https://")
            .Says("Enter up to 20 different steps").Says("Enter which version it is");
        Assert.Equal("bridge", wrong.Value("link"));
        (string, string)[] typed =
        [
            ("name", $"A bridge {RunningArea.Canary}"), ("makers", "Two groups"), ("credit", "Name both"),
            ("steps", " One bank \n\n The other "), ("version", "2026"),
        ];
        var added = (await coordinator.Submit(form, null, typed)).Is(200).Says("One bank").Says("The other");
        Assert.Equal(added.Path, (await coordinator.Submit(form, null, typed)).Is(200).Path);
        var again = (await coordinator.Submit(form, null, [.. typed[..4], ("version", "2027")])).Is(422)
            .Says("You have added that one already.");
        Assert.NotEqual(added.Path, (await coordinator.Submit(again, null)).Is(200).Says("2027").Path);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get("/lenses")).Is(200).DoesNotSay("Add another");
        (await lead.Get("/lenses/new")).Is(403);
    }

    [Fact]
    public async Task One_that_a_group_has_used_or_that_comes_with_PeerNet_is_not_edited()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await LensAccess.ALens(area.Http, scene);
        var other = LensAccess.AText with { Version = "2027" };
        (await area.Http.Put(at, scene.Coordinator, other)).Is(200);
        (await area.Http.Put($"{at}/helped/{scene.Group}", scene.Lead, new { why = "Why" })).Is(200);
        (await area.Http.Put(at, scene.Coordinator, LensAccess.AText)).Refuses(409, "lens.in-use");
        (await area.Http.Put("lenses/019a0000-0000-7000-8000-000000000001", scene.Coordinator, other))
            .Refuses(409, "lens.in-use");
        (await area.Http.Get($"lenses/{Guid.CreateVersion7()}", scene.Lead)).Refuses(404, "lens.not-found");
    }
}
