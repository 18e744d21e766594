using PeerNet.Contracts;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>What is released next, for coordinators only.</summary>
public sealed class PreviewPageTests(RunningArea area)
{
    [Fact]
    public async Task Only_coordinators_see_what_would_be_released_and_why_numbers_are_held_back()
    {
        var scene = await Scene.Make(area);
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get("/figures/next")).Path, StringComparison.Ordinal);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get("/figures/next")).Is(403);
        using var network = Browser.At(area.East, scene.NetworkCoordinator, "networkCoordinator");
        (await network.Get("/figures/next")).Is(403);
        var refused = await area.East.Grains.Releases(area.East.Area)
            .Preview(new(CallerRole.NetworkCoordinator, scene.NetworkCoordinator.Id));
        Assert.True(refused.Refused(out var why, out _));
        Assert.Equal("access.coordinators-only", why!.Code);

        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get("/figures/next")).Is(200).Says("Until then, every meeting that is logged still counts.")
            .DoesNotSay(RunningArea.Canary);
        Assert.Contains(
            "href=\"/figures/next\"", (await coordinator.Get("/overview")).Html, StringComparison.Ordinal);
    }
}
