using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Durability;

/// <summary>
/// The rows that this silo could not read. A damaged row is skipped wherever rows are read together, so that it harms
/// nobody but the one it is about; here operators find it.
/// </summary>
internal sealed partial class UnreadableRows(ILogger<UnreadableRows> log)
{
    private const int MaxRows = 100;

    private readonly ConcurrentDictionary<UnreadableRow, bool> found = new();

    /// <summary>The damaged rows, at most 100 of them.</summary>
    public ImmutableArray<UnreadableRow> Found => [.. found.Keys.OrderBy(row => row.Kind).ThenBy(row => row.Id)];

    /// <summary>What <paramref name="read"/> makes of the record in a row, or null if that is not possible.</summary>
    public T? Read<TRecord, T>(string kind, Guid id, byte[] payload, Func<TRecord, T?> read)
        where TRecord : class, new() where T : class
    {
        try
        {
            var result = read(JsonSerializer.Deserialize<Row<TRecord>>(payload, PeerNetJson.Options)!.Record);
            found.TryRemove(new(kind, id), out _);
            return result;
        }
        catch (Exception fault)
        {
            // Whatever the fault: a row may hold anything once it is damaged.
            Add(kind, id, fault);
            return null;
        }
    }

    /// <summary>Adds a row that could not be read.</summary>
    public void Add(string kind, Guid id, Exception fault)
    {
        if (found.Count >= MaxRows || !found.TryAdd(new(kind, id), true)) return;
        Measures.UnreadableRows.Add(1, new KeyValuePair<string, object?>("kind", kind));
        CannotRead(kind, id, fault.GetType().FullName);
    }

    [LoggerMessage(1201, LogLevel.Error, "Cannot read the row of {Kind} {Id}, which is skipped: {Type}")]
    private partial void CannotRead(string kind, Guid id, string? type);
}
