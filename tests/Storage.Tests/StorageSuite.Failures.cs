using Orleans.Runtime;
using Orleans.Storage;

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
