using System.Collections.Immutable;
using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Grains.Durability;

namespace PeerNet.Storage.Tests;

/// <summary>A state that stands for any state.</summary>
internal sealed record Note
{
    public int Version { get; init; } = 1;
    public string? Text { get; init; }
    public Guid? GroupId { get; init; }
    public DateOnly? HeldOn { get; init; }
    public DateTimeOffset? ErasedAt { get; init; }
    public ImmutableArray<NoteEntry> Entries { get; init; } = [];
    public ImmutableArray<NoteWaiting> Outbox { get; init; } = [];
    public int? Edition { get; init; }
    public ImmutableArray<string>? Announced { get; init; }
    public ImmutableArray<PostedLetter>? Letters { get; init; }
    public Guid? Member { get; init; }
}

internal sealed record NoteWaiting(DateTimeOffset Since, DateTimeOffset? NotBefore = null, string? Parked = null);

internal sealed record NoteEntry
{
    public ImmutableArray<Guid>? Roster { get; init; }
    public ImmutableArray<NoteMark>? Marks { get; init; }
}

internal sealed record NoteMark(Guid MemberId);

/// <summary>One activation's view of a row: the state, its version and the writes that go by it.</summary>
internal sealed class Copy(IGrainStorage storage, string kind, Guid id)
{
    private readonly GrainState<Note> state = new();

    public string Key => $"brighton-and-hove/{kind}/{id}";

    public string? ETag => state.ETag;

    public bool Exists => state.RecordExists;

    public string? Text => state.State?.Text;

    private GrainId Grain => GrainId.Create(kind, Key);

    public async Task<Copy> Read()
    {
        await storage.ReadStateAsync(kind, Grain, state);
        return this;
    }

    public Task Write(string text) => Write(new Note { Text = text });

    public Task Write(Note note)
    {
        state.State = note;
        return storage.WriteStateAsync(kind, Grain, state);
    }

    public Task Clear() => storage.ClearStateAsync(kind, Grain, state);
}
