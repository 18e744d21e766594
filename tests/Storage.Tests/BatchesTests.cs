using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>What is asked for while others are under way runs together.</summary>
public sealed class BatchesTests
{
    private readonly List<IReadOnlyList<int>> batches = [];
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_single_item_runs_without_waiting_for_others()
    {
        var doubling = Doubling();
        Assert.Equal(2, await doubling.Run(1));
        Assert.Equal(4, await doubling.Run(2));
        Assert.Equal([[1], [2]], batches);
    }

    [Fact]
    public async Task What_gathers_behind_a_batch_runs_in_one_and_each_gets_its_own_result()
    {
        var doubling = Doubling(held: 0);
        var first = doubling.Run(0);
        await Started();
        var rest = Enumerable.Range(1, 20).Select(doubling.Run).ToList();
        gate.SetResult();
        Assert.Equal(Enumerable.Range(1, 20).Select(item => item * 2), await Task.WhenAll(rest));
        Assert.Equal(0, await first);
        Assert.Equal(2, batches.Count);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_each_of_its_callers_and_not_the_next()
    {
        var doubling = Doubling(held: 0, failing: 3);
        var first = doubling.Run(0);
        await Started();
        var rest = Enumerable.Range(1, 5).Select(doubling.Run).ToList();
        gate.SetResult();
        foreach (var one in rest) await Assert.ThrowsAsync<IOException>(() => one);
        Assert.Equal(0, await first);
        Assert.Equal(12, await doubling.Run(6));
    }

    [Fact]
    public async Task A_fault_of_one_item_fails_its_own_caller_alone()
    {
        var doubling = Doubling(held: 0, failing: 3, isOfOneItem: fault => fault is IOException);
        var first = doubling.Run(0);
        await Started();
        var rest = Enumerable.Range(1, 5).Select(doubling.Run).ToList();
        gate.SetResult();
        await Assert.ThrowsAsync<IOException>(() => rest[2]);
        rest.RemoveAt(2);
        int[] others = await Task.WhenAll(rest);
        Assert.Equal([2, 4, 8, 10], others);
        Assert.Equal(0, await first);
    }

    private Batches<int, int> Doubling(int? held = null, int? failing = null, Func<Exception, bool>? isOfOneItem = null)
    {
        return new(1, async items =>
        {
            batches.Add(items);
            if (items.Contains(held ?? -1)) await gate.Task;
            if (items.Contains(failing ?? -1)) throw new IOException("The disk said no.");
            return [.. items.Select(item => item * 2)];
        }, isOfOneItem);
    }

    private async Task Started()
    {
        while (batches.Count == 0) await Task.Yield();
    }
}
