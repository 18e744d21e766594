using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Tests.Finder;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>A group of another area, shown at home from its card.</summary>
public sealed class NeighbouringGroupTests(RunningArea area)
{
    [Fact]
    public async Task A_group_of_another_area_is_shown_here_from_its_card_and_no_address_leads_elsewhere()
    {
        var group = Guid.CreateVersion7();
        var lead = await area.AWesterner();
        var says = new GroupDescription
        {
            Name = "Tea by the sea", About = "Biscuits", FirstTime = "Ring the bell", Joining = Joining.Ask,
            Place = new()
            {
                Name = "Hall", Address = "12 High Street", Town = "Worthing", Privacy = PlacePrivacy.AreaOnly
            },
            OnlineLink = "https://meet.example.invalid/tea", GuestContact = "Sam",
            Schedule = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19),
        };
        (await area.WestHttp.Put($"groups/{group}", lead, says)).Is(201);
        var at = $"areas/west-sussex/groups/{group}";
        await RunningArea.Until(async () => (await area.Http.Get(at)).Status == 200);
        var shown = (await area.Http.Get(at)).Is(200);
        Assert.Equal(
            ("west-sussex", "Tea by the sea", "Biscuits", "Ring the bell", "Worthing", "active"),
            (Text("area"), Text("name"), Text("about"), Text("firstTime"),
                shown.GetProperty("place").GetProperty("town").GetString(), Text("status")));
        Assert.Equal(JsonValueKind.Object, shown.GetProperty("nextMeeting").ValueKind);
        string[] hidden = ["High Street", "Hall", "meet.example", "Sam"];
        Assert.All(hidden, word => Assert.DoesNotContain(word, $"{shown}", StringComparison.Ordinal));
        var found = (await area.Http.Get("groups?area=west-sussex&limit=100")).Is(200).GetProperty("items");
        Assert.All(found.EnumerateArray(), item => Assert.Equal(
            $"/api/v1/areas/west-sussex/groups/{item.GetProperty("id").GetString()}",
            item.GetProperty("url").GetString()));

        (await area.WestHttp.Put($"groups/{group}/closure", lead)).Is(200);
        await RunningArea.Until(async () => (await area.Http.Get(at)).Status == 404);
        (await area.Http.Get(at)).Refuses(404, "group.not-found");

        string? Text(string field) => shown.GetProperty(field).GetString();
    }

    [Fact]
    public async Task A_group_of_this_area_has_a_card_too_and_an_area_that_is_no_neighbour_has_none()
    {
        var scene = await Scene.Make(area);
        await RunningArea.Until(async () =>
            (await area.Http.Get($"areas/east-sussex/groups/{scene.Group}")).Status == 200);
        (await area.Http.Get($"areas/west-sussex/groups/{scene.Group}")).Refuses(404, "group.not-found");
        (await area.Http.Get($"areas/nowhere/groups/{scene.Group}")).Refuses(404, "link.no-such-area");
    }

    [Fact]
    public void A_card_is_shown_from_the_file_as_from_memory_and_not_once_the_group_has_closed()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-cards-");
        foreach (var file in (string?[])[null, Path.Combine(folder.FullName, "cards.db")])
        {
            using var shelf = new Shelf(file);
            var card = shelf.Put(Shelf.ACard(Shelf.West) with { About = "Biscuits", ClosesOn = new(2026, 11, 25) });
            Assert.Equal("Biscuits", shelf.Search.FindCard(Shelf.West, card.Id, Shelf.Noon)!.About);
            Assert.Null(shelf.Search.FindCard(Shelf.East, card.Id, Shelf.Noon));
            Assert.Null(shelf.Search.FindCard(Shelf.West, card.Id, Shelf.Noon.AddDays(2)));
            shelf.Put(card with { About = "Cake" });
            Assert.Equal("Cake", shelf.Search.FindCard(Shelf.West, card.Id, Shelf.Noon)!.About);
            shelf.Delete(card);
            Assert.Null(shelf.Search.FindCard(Shelf.West, card.Id, Shelf.Noon));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
