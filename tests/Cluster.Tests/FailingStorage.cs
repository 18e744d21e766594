using System.Collections.Concurrent;
using System.Text.Json;
using Orleans.Storage;
using PeerNet.Contracts;

namespace PeerNet.Cluster.Tests;

/// <summary>
/// Storage shared by the silos of a test that keeps rows as JSON, checks versions, and fails when told to.
/// </summary>
internal sealed class FailingStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (string Json, int Version)> rows = new();
    private readonly ConcurrentDictionary<string, Func<Func<Task>, Task>> faults = new();
    private readonly ConcurrentDictionary<string, HeldWrite> holds = new();
    private readonly ConcurrentDictionary<string, int> writes = new();

    /// <summary>How many writes of that grain were stored.</summary>
    public int Writes(GrainId grain) => writes.GetValueOrDefault(grain.ToString());

    /// <summary>The next write of that grain fails and stores nothing.</summary>
    public void FailBefore(GrainId grain) => faults[grain.ToString()] = _ => throw new IOException("The disk said no.");

    /// <summary>The next write of that grain is stored, and its answer is lost.</summary>
    public void FailAfter(GrainId grain) =>
        faults[grain.ToString()] = async store => { await store(); throw new IOException("The answer was lost."); };

    /// <summary>The next write of that grain waits until it is let go.</summary>
    public HeldWrite Hold(GrainId grain)
    {
        var held = new HeldWrite();
        holds[grain.ToString()] = held;
        return held;
    }

    /// <summary>What is stored of a grain, as JSON.</summary>
    public string? Row(GrainId grain) => rows.TryGetValue(grain.ToString(), out var row) ? row.Json : null;

    /// <summary>Puts a row there, as a crash would have left it.</summary>
    public void Leave<T>(GrainId grain, T state) =>
        rows[grain.ToString()] = (JsonSerializer.Serialize(state, PeerNetJson.Options), 1);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (rows.TryGetValue(grainId.ToString(), out var row))
        {
            grainState.State = JsonSerializer.Deserialize<T>(row.Json, PeerNetJson.Options)!;
            grainState.ETag = $"{row.Version}";
            grainState.RecordExists = true;
        }
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        return faults.TryRemove(grainId.ToString(), out var fault)
            ? fault(() => Store(grainId, grainState))
            : Store(grainId, grainState);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("PeerNet clears no rows.");

    private async Task Store<T>(GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        if (holds.TryRemove(grainId.ToString(), out var held)) await held.Wait(() => grainState.State);
        var known = int.Parse(grainState.ETag ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var row = (JsonSerializer.Serialize(grainState.State, PeerNetJson.Options), known + 1);
        if (known == 0 ? !rows.TryAdd(grainId.ToString(), row) : !(rows.TryGetValue(grainId.ToString(), out var old)
            && old.Version == known
            && rows.TryUpdate(grainId.ToString(), row, old)))
        {
            throw new InconsistentStateException("Somebody else wrote.");
        }
        writes.AddOrUpdate(grainId.ToString(), 1, (_, before) => before + 1);
        grainState.ETag = $"{known + 1}";
        grainState.RecordExists = true;
    }
}

/// <summary>A write that is under way for as long as a test likes.</summary>
internal sealed class HeldWrite
{
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Func<object?>? state;

    /// <summary>What the grain has in memory meanwhile; null: it has not come to write yet.</summary>
    public object? State => state?.Invoke();

    public void LetGo() => go.SetResult();

    public Task Wait(Func<object?> inMemory)
    {
        state = inMemory;
        return go.Task;
    }
}
