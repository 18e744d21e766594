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
}
