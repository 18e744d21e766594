using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Closing a group and opening it again, in a browser without JavaScript.</summary>
public sealed class ClosePageTests(RunningArea area)
{
    [Fact]
    public async Task A_lead_closes_the_group_with_a_reason_for_its_people_and_opens_it_again()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{scene.At}/close")).Is(200).Says("You can open it again.");
        var tooLong = (await lead.Submit(page, null, ("reason", new string('a', 501)))).Is(422);
        tooLong.Says("There is a problem").Says(new string('a', 501));
        (string, string) why = ("reason", "We have all moved on.");
        var closed = (await lead.Submit(page, null, why)).Is(200).Says("This group has closed.");
        (await lead.Submit(page, null, why)).Is(200).Says("This group has closed.");
        Assert.False(closed.Has("Log a meeting"));
        Assert.Contains("moved on", (await area.Http.Get(scene.At, scene.Member)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("moved on", (await area.Http.Get(scene.At)).Text, StringComparison.Ordinal);
        (await lead.Submit(closed, $"/{scene.At}/reopen")).Is(200).Says("Log a meeting");
    }

    [Fact]
    public async Task Nobody_but_those_who_run_it_closes_or_opens_it()
    {
        var scene = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member })
        {
            using var browser = Browser.At(area.East, person);
            var token = (await browser.Get("/sign-out")).Token();
            (await browser.Get($"/{scene.At}/close")).Is(403);
            (await browser.Post($"/{scene.At}/close", token)).Is(403);
            (await browser.Post($"/{scene.At}/reopen", token)).Is(403);
        }
        Assert.Equal("active", (await area.Http.Get(scene.At)).Is(200).GetProperty("status").GetString());
    }
}
