using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>The page "Your groups", in a browser without JavaScript.</summary>
public sealed class HomePageTests(RunningArea area)
{
    [Theory]
    [InlineData("Church hall", null, "Church hall")]
    [InlineData(null, "Lewes", "Lewes")]
    [InlineData("Church hall", "Lewes", "Church hall, Lewes")]
    public async Task It_says_where_a_group_meets_with_what_is_known(string? name, string? town, string says)
    {
        var scene = await Scene.Make(area);
        var said = Scene.Description with { Place = new() { Name = name, Town = town } };
        (await area.Http.Put(scene.At, scene.Lead, said, "*")).Is(200);
        await scene.Known();
        using var member = Browser.At(area.East, scene.Member);
        var card = (await member.Get("/home")).Is(200).Document.QuerySelector(".pn-card")!;
        Assert.Equal(says, card.QuerySelector(".pn-card__what")?.TextContent);
    }

    [Fact]
    public async Task A_link_to_join_online_says_of_which_group()
    {
        var scene = await Scene.Make(area);
        const string link = "https://meet.example.invalid/a";
        var said = Scene.Description with { Format = MeetingFormat.Online, OnlineLink = link };
        (await area.Http.Put(scene.At, scene.Lead, said, "*")).Is(200);
        await scene.Known();
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get("/home")).Is(200).Says($"Join online of {said.Name}");
        Assert.Equal(link, page.LinkWith($"of {said.Name}"));
    }

    [Fact]
    public async Task An_evening_of_a_series_that_meets_online_says_so_and_not_where_the_others_are()
    {
        var scene = await Scene.Make(area);
        var weekly = Scene.Following(new SeriesVersion(RunningArea.Today.AddDays(1), new(19, 0), 90, "FREQ=WEEKLY"));
        var said = Scene.Description with
        {
            Place = new() { Name = "Church hall" }, OnlineLink = "https://meet.example.invalid/a",
            Schedule = weekly with { Series = [weekly.Series[0] with { Format = MeetingFormat.Online }] },
        };
        (await area.Http.Put(scene.At, scene.Lead, said, "*")).Is(200);
        await scene.Known();
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get("/home")).Is(200).Says("Join online").DoesNotSay("Church hall");
        Assert.Equal("Online", page.Document.QuerySelector(".pn-card .pn-card__what")?.TextContent);
    }

    [Theory]
    [InlineData(true, "has said yes. You belong to it now")]
    [InlineData(false, "cannot take you at the moment")]
    public async Task Whoever_asks_to_come_sees_that_they_wait_and_then_what_the_group_says(bool isYes, string says)
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Asked);
        var page = (await browser.Get("/home")).Is(200)
            .Says("it has not answered yet").DoesNotSay("You do not belong to a group yet.");
        Assert.Equal($"/{scene.At}", page.Link(Scene.Description.Name));
        var member = $"{scene.At}/members/{scene.Asked.Id}";
        (isYes ? await area.Http.Put(member, scene.Lead, new JoinGroup()) : await area.Http.Delete(member, scene.Lead))
            .IsYes();
        await RunningArea.Until(async () => (await browser.Get("/home")).Has(says));
        (await browser.Get("/home")).DoesNotSay("it has not answered yet");
        // Whoever has opened the page of the group knows.
        (await browser.Get($"/{scene.At}")).Is(200);
        (await browser.Get("/home")).DoesNotSay(says);
    }

    [Fact]
    public async Task Whoever_withdraws_is_told_nothing_and_whoever_asks_again_only_that_they_wait()
    {
        var scene = await (await Scene.Make(area)).Known();
        var other = await scene.SomebodyWhoAsks();
        (await area.Http.Delete($"{scene.At}/members/{other.Id}", other)).IsYes();
        (await area.Http.Delete($"{scene.At}/members/{scene.Asked.Id}", scene.Lead)).IsYes();
        using var browser = Browser.At(area.East, scene.Asked);
        await RunningArea.Until(async () => (await browser.Get("/home")).Has("cannot take you"));
        (await area.Http.Put($"{scene.At}/members/{scene.Asked.Id}", scene.Asked, new JoinGroup())).IsYes();
        await RunningArea.Until(async () => (await browser.Get("/home")).Has("it has not answered yet"));
        (await browser.Get("/home")).DoesNotSay("cannot take you");
        using var left = Browser.At(area.East, other);
        await RunningArea.Until(async () => (await left.Get("/home")).Has("You do not belong to a group yet."));
        (await left.Get("/home")).DoesNotSay("cannot take you");
    }
}
