using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>The map of what was found, as a browser without JavaScript shows it.</summary>
public sealed class MapPageTests(RunningArea area)
{
    private static readonly Place Lewes =
        new() { Name = "Hall", Town = "Lewes", Outcode = "BN7", Latitude = 50.876, Longitude = 0.011 };

    private static readonly Place Rye =
        new() { Name = "Hall", Town = "Rye", Outcode = "TN31", Latitude = 50.951, Longitude = 0.733 };

    private readonly string topic = $"t{Guid.CreateVersion7():N}"[..30];

    [Fact]
    public async Task A_mark_leads_to_its_only_group_or_to_those_near_it_and_so_does_the_list()
    {
        Feed("Lewes tea", Lewes);
        Feed("Lewes talk", Lewes with { Latitude = 50.878 });
        var far = Feed("Rye tea", Rye, card => card with { Area = Shelf.West });
        var list = await Get($"/groups?topic={topic}");
        var map = (await Get(LinkOf(list, "Show them on a map"))).Is(200);
        var marks = map.Document.QuerySelectorAll(".pn-map a");
        Assert.Equal(["2", "1"], marks.Select(mark => mark.TextContent.Trim()));
        Assert.Equal(["In and around Lewes: 2 groups", "Rye tea, in Rye: 1 group"], marks.Select(
            mark => mark.GetAttribute("aria-label")));
        Assert.Equal(LinkOf(map, "In and around Lewes: 2 groups"), marks[0].GetAttribute("href"));
        Assert.Equal($"/areas/west-sussex/groups/{far.Id}", LinkOf(map, "Rye tea, in Rye: 1 group"));
        var near = await Get(marks[0].GetAttribute("href")!);
        near.Is(200).Says("2 groups").Says("Lewes tea").Says("Lewes talk").DoesNotSay("Rye tea");
    }

    [Fact]
    public async Task What_strangers_may_not_know_is_not_on_the_map()
    {
        Feed("Lewes tea", Lewes);
        Feed("Rye tea", Rye with { Latitude = 50.95123, Privacy = PlacePrivacy.AreaOnly });
        Feed("Hidden tea", Rye with { Privacy = PlacePrivacy.OnRequest });
        Feed("Screen tea", Rye, card => card with { Format = MeetingFormat.Online });
        var map = (await Get($"/groups/map?topic={topic}")).Is(200);
        map.Says("Rye tea").Says("2 more groups meet online, or only say where if you ask.");
        map.DoesNotSay("Hidden tea").DoesNotSay("Screen tea").DoesNotSay("50.951");
    }

    [Fact]
    public async Task A_map_is_offered_where_groups_meet_in_several_places()
    {
        Feed("Lewes tea", Lewes);
        Feed("Lewes talk", Lewes);
        (await Get($"/groups?topic={topic}")).Is(200).DoesNotSay("on a map");
        Feed("Hidden tea", Rye with { Privacy = PlacePrivacy.OnRequest });
        (await Get($"/groups?topic={topic}")).Is(200).DoesNotSay("on a map");
        Feed("Rye tea", Rye);
        (await Get($"/groups?topic={topic}")).Is(200).Says("on a map");
    }

    [Fact]
    public async Task Nothing_on_the_map_is_said_in_words() =>
        (await Get("/groups/map?topic=nobody-meets-for-this")).Is(200).Says("None of these groups is on the map.");

    [Fact]
    public async Task A_search_that_is_not_understood_leads_to_the_list_which_says_why() =>
        Assert.Equal("/groups?day=Tuesday", (await Get("/groups/map?day=Tuesday")).Is(422).Path);

    [Fact]
    public async Task A_whole_postcode_leaves_the_address_of_the_map_too() =>
        Assert.Equal("/groups/map?outcode=BN2", (await Get("/groups/map?outcode=BN2%201TA")).Is(200).Path);

    [Fact]
    public async Task Somebody_who_came_from_a_mark_may_type_a_postcode_instead()
    {
        var page = await Get($"/groups?topic={topic}&near=50.88,0.01&withinKm=3&outcode=BN7");
        Assert.Equal("BN7", page.Is(200).Document.QuerySelector("#outcode")?.GetAttribute("value"));
    }

    private Task<Shown> Get(string path) => Browser.At(area.East.Url).Get(path);

    private Card Feed(string name, Place place, Func<Card, Card>? change = null)
    {
        var schedule = Shelf.Weekly("TU", 19);
        var card = Shelf.ACard() with { Name = name, Topics = [topic], Place = place, Schedule = schedule };
        return FinderHttpTests.Feed(area, change is null ? card : change(card));
    }

    private static string LinkOf(Shown page, string text) =>
        page.Document.QuerySelectorAll("main a").Single(link => link.TextContent.Trim() == text).GetAttribute("href")!;
}
