using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Storage.Tests;

/// <summary>A record in the place of any record, with the parts of its row that tests set.</summary>
internal sealed record Note
{
    public string? Text { get; init; }
    public Guid? GroupId { get; init; }
    public DateOnly? HeldOn { get; init; }
    public DateOnly? OriginalDay { get; init; }
    public bool? IsHeld { get; init; }
    public NoteText? Description { get; init; }
    public string? OccurrenceTag { get; init; }
    public DateTimeOffset? ErasedAt { get; init; }
    public ImmutableArray<NoteEntry> Entries { get; init; } = [];
    public Guid? Member { get; init; }
    public DateTimeOffset? WithoutLeadSince { get; init; }
    public GroupClosure? Closure { get; init; }

    [JsonIgnore]
    public string? Face { get; init; }

    [JsonIgnore]
    public ImmutableArray<Posted> Outbox { get; init; } = [];
}

internal sealed record NoteEntry
{
    public ImmutableArray<Guid>? Roster { get; init; }
    public ImmutableArray<NoteMark>? Marks { get; init; }
}

internal sealed record NoteText(string Name);

internal sealed record NoteMark(Guid MemberId);

/// <summary>One activation's view of a row: the record, its version and the writes that go by it.</summary>
internal sealed class Copy(IGrainStorage storage, string kind, Guid id)
{
    private readonly GrainState<Row<Note>> state = new();

    public string Key => $"brighton-and-hove/{kind}/{id}";

    public string? ETag => state.ETag;

    public bool Exists => state.RecordExists;

    public string? Text => state.State?.Record.Text;

    private GrainId Grain => GrainId.Create(kind, Key);

    public async Task<Copy> Read()
    {
        await storage.ReadStateAsync(kind, Grain, state);
        return this;
    }

    public Task Write(string text) => Write(new Note { Text = text });

    public Task Write(Note note)
    {
        state.State = new() { Version = 1, Face = note.Face, Record = note, Outbox = note.Outbox };
        return storage.WriteStateAsync(kind, Grain, state);
    }

    public Task Clear() => storage.ClearStateAsync(kind, Grain, state);
}
