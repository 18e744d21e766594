using Orleans;
using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>Nobody is answered from what storage might still lose.</summary>
public sealed class DurableTests
{
    private readonly SlowStorage storage = new();
    private readonly Durable<Tally> tally;

    public DurableTests() =>
        tally = new(new AGrain(), new(Abroad.East, "tally", Guid.Empty), storage, TimeProvider.System);

    [Fact]
    public async Task Nobody_learns_of_a_change_before_it_is_stored_not_even_who_sends_it_twice_or_is_refused()
    {
        var first = tally.Commit(Set(1));
        var again = tally.Commit(Set(1));
        var refused = tally.Commit((_, _) => Refusal.NotFound("tally.not-found", "No"));
        var read = tally.Read();
        Assert.False(first.IsCompleted || again.IsCompleted || refused.IsCompleted || read.IsCompleted);
        storage.Stored();
        Assert.Equal(1, (await first).Yes().Record.Count);
        Assert.Same((await first).Yes().After, (await again).Yes().After);
        Assert.Equal("tally.not-found", (await refused).No());
        Assert.Equal(1, (await read).Record.Count);
        Assert.Equal(1, storage.Writes);
    }

    [Fact]
    public async Task A_write_that_fails_fails_everybody_who_rests_on_it_and_whoever_comes_after()
    {
        var first = tally.Commit(Set(1));
        var again = tally.Commit(Set(1));
        var read = tally.Read();
        storage.Failed();
        await Assert.ThrowsAnyAsync<Exception>(() => first);
        await Assert.ThrowsAnyAsync<Exception>(() => again);
        await Assert.ThrowsAnyAsync<Exception>(() => read);
        await Assert.ThrowsAnyAsync<Exception>(() => tally.Commit(Set(2)));
        Assert.Equal(1, storage.Writes);
    }

    [Fact]
    public async Task What_changes_nothing_is_not_written()
    {
        Assert.Equal(0, (await tally.Commit(Set(0))).Yes().Record.Count);
        Assert.Equal(0, storage.Writes);
    }

    [Fact]
    public async Task Whoever_is_refused_learns_nothing_about_the_version()
    {
        var stale = IfMatch.Exactly(9);
        Assert.Equal(
            "tally.not-found", (await tally.Commit(_ => Refusal.NotFound("tally.not-found", "No"), stale)).No());
        Assert.Equal("version.stale", (await tally.Commit(Set(1), stale)).No());
        Assert.Equal(0, storage.Writes);
    }

    private static Func<Tally, Next<Tally>> Set(
        int count) => state => state.Count == count ? state : state with { Count = count };

    private sealed record Tally
    {
        public int Count { get; init; }
    }

    private sealed class AGrain : Grain;

    /// <summary>Storage whose one write waits for the test to say how it went.</summary>
    private sealed class SlowStorage : IPersistentState<Row<Tally>>
    {
        private readonly TaskCompletionSource outcome = new();

        public int Writes { get; private set; }

        public Row<Tally> State { get; set; } = new();

        public string? Etag => null;

        public bool RecordExists => false;

        public void Stored() => outcome.SetResult();

        public void Failed() => outcome.SetException(new IOException("The disk said no."));

        public Task WriteStateAsync()
        {
            Writes++;
            return outcome.Task;
        }

        public Task ReadStateAsync() => Task.CompletedTask;

        public Task ClearStateAsync() => throw new NotSupportedException("PeerNet clears no rows.");
    }
}
