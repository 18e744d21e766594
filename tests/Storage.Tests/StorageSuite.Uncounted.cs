using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts.Growth;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_group_that_cannot_be_counted_holds_up_no_other_and_is_counted_once_that_is_repaired()
    {
        await Empty();
        var broken = new GroupRows(Area.Storage, 10);
        var sound = new[] { new GroupRows(Area.Storage, 11), new GroupRows(Area.Storage, 12) };
        await broken.Live(5);
        await CountAll();
        await broken.Live(5);
        await Spoil("figures = '?' || figures", $"scope = '{broken.Id}'");
        var clock = new FakeTimeProvider();
        var counter = CounterOf(Area.Database, clock);
        Assert.Equal(0, await counter.Follow(1, Ended));
        foreach (var group in sound)
        {
            await group.Live(5);
            Assert.Equal(1, await counter.Follow(1, Ended));
            Assert.Equal(group.Figures(GrowthBy.Month), await Read($"{group.Id}", GrowthBy.Month));
        }
        Assert.Equal([$"{broken.Id}"], counter.NotCounted);
        await Spoil("figures = substr(figures, 2)", $"scope = '{broken.Id}'");
        Assert.Equal(0, await counter.Follow(1, Ended));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await counter.Follow(1, Ended));
        Assert.Equal(broken.Figures(GrowthBy.Month), await Read($"{broken.Id}", GrowthBy.Month));
        Assert.Empty(counter.NotCounted);
    }
}
