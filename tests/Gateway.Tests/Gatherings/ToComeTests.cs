using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>People find on their first page what their groups hold together with others.</summary>
public sealed class ToComeTests(RunningArea area)
{
    [Fact]
    public async Task Whoever_belongs_to_one_of_its_groups_finds_it_on_their_first_page_until_it_is_over()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(scene.Group, second) with { Title = "Sea and sky" };
        (await area.Http.Put(at, scene.Lead, plan)).Is(201);
        using var member = Browser.At(area.East, scene.Member);
        using var stranger = Browser.At(area.East, scene.Stranger);
        var home = (await member.Get("/home")).Is(200).Says("Gatherings with other groups");
        Assert.Equal($"/{at}", home.LinkWith("Sea and sky"));
        (await stranger.Get("/home")).Is(200).DoesNotSay("Sea and sky");
        Assert.Equal([at[^36..]], await Listed(scene.Member));
        Assert.Empty(await Listed(scene.Stranger));

        (await area.Http.Put($"{at}/cancellation", scene.Lead, new CancelGathering("No hall"))).Is(200);
        (await member.Get("/home")).Is(200).Says("Sea and sky").Says("Cancelled");

        async Task<IEnumerable<string?>> Listed(Person by)
        {
            var list = (await area.Http.Get("gatherings", by)).Is(200).GetProperty("items");
            return list.EnumerateArray().Select(line => line.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task One_that_is_over_is_no_longer_there()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get("/home")).Is(200).Says("It has begun");
        foreach (var keeper in (Person[])[scene.Lead, scene.Other])
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        (await member.Get("/home")).Is(200).DoesNotSay("Gatherings with other groups");
    }
}
