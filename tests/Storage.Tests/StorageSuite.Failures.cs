using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Grains.Durability;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_write_that_failed_is_not_stored_and_can_be_sent_again()
    {
        var id = Guid.CreateVersion7();
        await ACopy(id: id).Write("one");
        var copy = await new Copy(new FailingStorage(Area.Storage, Failure.BeforeTheWrite), "note", id).Read();

        await Assert.ThrowsAsync<IOException>(() => copy.Write("two"));
        Assert.Equal("one", (await ACopy(id: id).Read()).Text);
        await copy.Write("two");
        Assert.Equal("two", (await ACopy(id: id).Read()).Text);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_refused_when_sent_again_and_reads_as_stored()
    {
        var id = Guid.CreateVersion7();
        await ACopy(id: id).Write("one");
        var copy = await new Copy(new FailingStorage(Area.Storage, Failure.AfterTheWrite), "note", id).Read();

        await Assert.ThrowsAsync<IOException>(() => copy.Write("two"));
        await Assert.ThrowsAsync<InconsistentStateException>(() => copy.Write("two"));
        Assert.Equal(("2", "two"), ((await copy.Read()).ETag, copy.Text));
    }

    [Fact]
    public async Task An_area_that_can_store_again_is_found_out_without_a_trace()
    {
        var state = await Probed(Area.Database);
        Assert.True(state.IsAvailable);
        Assert.Equal(0L, await Ask<long>("SELECT count(*) FROM peernet_uncounted WHERE length(scope) > 1000"));
    }

    /// <summary>What is known of an area that could store nothing, once that was tried again.</summary>
    private protected static async Task<StorageState> Probed(AreaDatabase database)
    {
        var state = new StorageState(NullLogger<StorageState>.Instance);
        state.Fail("The disk is full.");
        using var watch = new StorageWatch(database, state, TimeProvider.System, NullLogger<StorageWatch>.Instance);
        await watch.Probe();
        return state;
    }

    private enum Failure
    {
        BeforeTheWrite,
        AfterTheWrite,
    }

    /// <summary>
    /// Loses the first write, or the answer to it: then the row is stored and the writer still holds the old version.
    /// </summary>
    private sealed class FailingStorage(IGrainStorage inner, Failure failure) : IGrainStorage
    {
        private bool failed;

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (failed)
            {
                await inner.WriteStateAsync(stateName, grainId, grainState);
                return;
            }
            failed = true;
            if (failure == Failure.AfterTheWrite)
                await inner.WriteStateAsync(
                    stateName,
                    grainId,
                    new GrainState<T>(grainState.State, grainState.ETag) { RecordExists = grainState.RecordExists });
            throw new IOException("The connection was reset.");
        }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ReadStateAsync(stateName, grainId, grainState);

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ClearStateAsync(stateName, grainId, grainState);
    }
}
