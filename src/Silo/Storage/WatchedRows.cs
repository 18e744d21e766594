using System.Text.Json;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Grain storage that reports the rows it cannot read, and acknowledges no write that has gone to a deleted file.
/// </summary>
internal sealed class WatchedRows(
    IGrainStorage rows,
    AreaDatabase database,
    UnreadableRows unreadable,
    RecentMembers members,
    StorageState state,
    StatementFaults faults)
    : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await rows.ReadStateAsync(stateName, grainId, grainState);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            unreadable.Add(stateName, GrainKey.TryParse(grainId.Key.ToString(), out var key) ? key.Id : default, fault);
            throw;
        }
        // A grain that is being activated has no filter yet.
        catch (Exception fault) when (StorageFaults.BugIn(fault) is { } bug)
        {
            throw faults.Report(bug);
        }
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Write(stateName, grainId, () => rows.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Write(stateName, grainId, () => rows.ClearStateAsync(stateName, grainId, grainState));

    private async Task Write(string stateName, GrainId grainId, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception fault) when (StorageFaults.WhyUnavailable(fault) is { } reason)
        {
            state.Fail(reason);
            throw new StorageUnavailableException();
        }
        finally
        {
            if (stateName == "member") members.Forget(new(GrainKey.Parse($"{grainId.Key}").Id));
        }
        // Afterwards, because only then is it certain that the write went to the file that is there now.
        if (!database.HasMoved) return;
        state.Fail(StorageWatch.HasMoved);
        throw new StorageUnavailableException();
    }

    private static bool IsDamage(Exception fault)
    {
        return fault is JsonException or FormatException or NotSupportedException
            || (fault.InnerException is { } inner && IsDamage(inner));
    }
}
