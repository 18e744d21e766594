using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>What the finder shows beside a search, over HTTP.</summary>
public sealed class NearestHttpTests(RunningArea area)
{
    [Fact]
    public async Task A_search_that_needs_two_filters_dropped_shows_the_nearest_groups_and_what_they_lack()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..20];
        var lead = await area.APerson();
        var group = Guid.CreateVersion7();
        (await area.Http.Put($"groups/{group}", lead, new GroupDescription
        {
            // Words of its own, so that every other group lacks more.
            Name = topic,
            For = [topic],
            Topics = [topic],
            Format = MeetingFormat.Online,
            Place = new() { Town = "Hove Park" },
        })).Is(201);
        await RunningArea.Until(async () => Total(await area.Http.Get($"groups?topic={topic}")) == 1);
        var own = $"text={topic}&for={topic}&topic={topic}";
        var page = (await area.Http.Get($"groups?{own}&format=inPerson&need=parking&town=hove")).Is(200);
        Assert.Equal((0, 0), (page.GetProperty("total").GetInt32(), page.GetProperty("instead").GetArrayLength()));
        var lacks = page.GetProperty("nearest").EnumerateArray()
            .Single(near => near.GetProperty("group").GetProperty("id").GetGuid() == group)
            .GetProperty("lacks");
        Assert.Equal(["format", "need"], lacks.EnumerateArray().Select(lack => lack.GetString()));
        foreach (var (query, total) in ((string, int)[])[
            ("town=park", 1), ("town=Lewes,Hove", 1), ("town=lewes", 0), ("notFormat=online", 0),
            ("notFormat=inPerson", 1), ("notArea=east-sussex", 0), ("notNeed=parking", 1), ("notFor=women", 1),
            ("notLanguage=en", 1), ("notPart=evening", 1), ("need=parking&needMatch=any", 0)
        ])
            Assert.Equal(total, Total(await area.Http.Get($"groups?topic={topic}&{query}")));
        (await area.Http.Get("groups?needMatch=any")).Refuses(400, "request.parameter", "needMatch");
        (await area.Http.Get("groups?town=,")).Refuses(400, "request.parameter", "town");

        static int Total(Answer page) => page.Is(200).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task A_group_that_gives_its_place_on_request_is_listed_apart_when_a_distance_is_asked_for()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..20];
        var lead = await area.APerson();
        var group = Guid.CreateVersion7();
        (await area.Http.Put($"groups/{group}", lead, new GroupDescription
        {
            Name = "Tea", Topics = [topic], Place = new() { Name = "Hall", Privacy = PlacePrivacy.OnRequest }
        })).Is(201);
        await RunningArea.Until(async () =>
            (await area.Http.Get($"groups?topic={topic}")).Is(200).GetProperty("total").GetInt32() == 1);
        var page = (await area.Http.Get($"groups?topic={topic}&near=50.8,-0.1&withinKm=5")).Is(200);
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Equal(group, page.GetProperty("onRequest")[0].GetProperty("id").GetGuid());
    }
}
