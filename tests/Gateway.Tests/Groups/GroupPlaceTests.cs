using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Where pages say that a group meets, as far as it has said.</summary>
public sealed class GroupPlaceTests(RunningArea area)
{
    [Theory]
    [InlineData(MeetingFormat.InPerson, false)]
    [InlineData(MeetingFormat.Hybrid, false)]
    [InlineData(MeetingFormat.Online, true)]
    public async Task A_group_without_a_place_is_online_only_if_it_says_so(MeetingFormat format, bool isOnline)
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Format = format }, "*")).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{scene.At}")).Is(200);
        page.Says(isOnline ? "Online only" : "The group tells you when you ask.");
        Assert.Equal(isOnline, page.Has("Online only"));
        var sheet = (await lead.Get($"/{scene.At}/sheet")).Is(200).Document.QuerySelector(".pn-sheet")!;
        Assert.Equal(isOnline, sheet.TextContent.Contains("Online", StringComparison.Ordinal));
        var form = await lead.Get($"/{scene.At}/edit");
        var preview = (await lead.Submit(form, form.Path, ("preview", "yes"))).Is(200);
        var card = preview.Document.QuerySelector("#preview")!;
        Assert.Equal(isOnline, card.TextContent.Contains("Online only", StringComparison.Ordinal));
    }
}
