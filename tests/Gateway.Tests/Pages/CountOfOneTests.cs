using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Finder;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>Pages that count people or things, when there is one.</summary>
public sealed class CountOfOneTests(RunningArea area)
{
    [Fact]
    public async Task One_person_sits_at_a_table()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        foreach (var (animal, present) in new[] { (Animal.Otter, 1), (Animal.Heron, 2) })
        {
            var table = $"{at}/tables/{Guid.CreateVersion7()}";
            (await area.Http.Put(table, scene.Lead, new LayTable(animal, present))).Is(201);
        }
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{at}/tables")).Is(200).Says("Otter (1 person)").Says("Heron (2 people)");
    }

    [Fact]
    public async Task One_person_fills_a_group()
    {
        var person = await area.APerson();
        var id = new GroupId(Guid.CreateVersion7());
        (await area.Http.Put($"groups/{id}", person, Scene.Description with { Capacity = 1 })).Is(201);
        var overview = area.East.Grains.Overview(area.East.Area);
        await RunningArea.Until(async () =>
            RunningArea.Yes(await overview.GetOverview(Guid.Empty, new(CallerRole.Coordinator, null))).Overview!.Items
                .Any(group => group.Id == id && group.Attention.Contains(Attention.Full)));
        using var coordinator = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var page = (await coordinator.Get("/overview")).Is(200);
        var cards = page.Document.QuerySelectorAll("li.pn-card")
            .Where(card => card.InnerHtml.Contains($"{id}", StringComparison.Ordinal)).Select(card => card.TextContent);
        Assert.Contains(cards, card => card.Contains("1 person belongs.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("within=1", "Without “in the next day”")]
    [InlineData("within=2", "Without “in the next 2 days”")]
    public async Task One_day_is_left_out_of_a_search(string query, string says)
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        FinderHttpTests.Feed(area, Shelf.ACard() with { Name = "Tea", Topics = [topic], Schedule = null });
        (await Browser.At(area.East.Url).Get($"/groups?topic={topic}&{query}")).Is(200).Says(says);
    }
}
