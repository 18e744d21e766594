using PeerNet.Grains.Areas;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task The_overview_is_what_the_rows_say_after_random_writes_while_two_count()
    {
        await Empty();
        var groups = Enumerable.Range(0, 4).Select(seed => new GroupRows(Area.Storage, seed)).ToList();
        await Counter.Begin(CountedOn);
        var writing = Task.WhenAll(groups.Select(group => group.Live(25)));
        var memo = new OverviewMemo(new OverviewRows(Area.Database));
        while (!writing.IsCompleted)
        {
            await Task.Yield();
            await Task.WhenAll(Counter.Follow(2, Ended), Counter.Follow(2, Ended), memo.Read());
        }
        await writing;
        await CountAll();

        var expected = groups.ToDictionary(group => group.Id, group => Text(group.Facts));
        Assert.Equal(expected, (await memo.Read()).ToDictionary(facts => facts.Id, Text));
        var changes = await new OverviewRows(Area.Database).After(0);
        Assert.Equal(changes.Select(one => one.Change).Order(), changes.Select(one => one.Change));
        await groups[0].Clear();
        await CountAll();
        var left = (await memo.Read()).Select(facts => facts.Id.Value);
        Assert.Equal(groups.Skip(1).Select(group => group.Id.Value).Order(), left.Order());
    }

    [Fact]
    public async Task A_group_that_stays_as_it_is_is_read_once()
    {
        await Empty();
        await new GroupRows(Area.Storage, 5).Live(10);
        await CountAll();
        var last = (await new OverviewRows(Area.Database).After(0))[^1].Change;
        await Run("UPDATE peernet_growth_day SET counted_on = '2026-11-22'");
        await CountAll();
        Assert.Empty(await new OverviewRows(Area.Database).After(last));
    }

    private static string Text(GroupFacts? facts) =>
        System.Text.Json.JsonSerializer.Serialize(facts, Contracts.PeerNetJson.Options);
}
