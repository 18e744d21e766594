using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Orleans.Storage;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Grain storage on PostgreSQL for the same rows as Orleans' own, which makes a round trip and a transaction for each.
/// Here grains that read at the same moment share a round trip, and grains that write share a transaction as well.
/// </summary>
internal sealed class BatchedRows : IGrainStorage
{
    private const string Key =
        "serviceid = $1 AND graintypestring = $2 AND grainidn0 = 0 AND grainidn1 = 0 AND grainidextensionstring = $3";

    private const string Select = $"SELECT payloadbinary, version FROM orleansstorage WHERE {Key}";

    private const string Insert =
        "INSERT INTO orleansstorage(serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring, "
        + "payloadbinary, version) "
            +
        "VALUES ($1, $2, 0, 0, $3, $4, 1) ON CONFLICT DO NOTHING RETURNING version";

    private const string Update =
        $"UPDATE orleansstorage SET payloadbinary = $4, modifiedon = now(), version = version + 1 WHERE {Key} AND "
        + "version = $5 RETURNING version";

    private readonly NpgsqlDataSource source;
    private readonly string serviceId;
    private readonly IGrainStorageSerializer serializer;
    private readonly Batches<RowKey, StoredRow> reads;
    private readonly Batches<RowWrite, int?> writes;

    public BatchedRows(NpgsqlDataSource source, string serviceId, IGrainStorageSerializer serializer)
    {
        this.source = source;
        this.serviceId = serviceId;
        this.serializer = serializer;
        reads = new(concurrent: 2, Read);
        // Classes 22, 23 and 40: the content of a row, or a deadlock with another batch. The whole batch was rolled
        // back, and each row is then written on its own.
        writes = new(
            concurrent: 2, Write,
            fault => fault is PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '0', ..] });
    }

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var row = await reads.Run(KeyOf(stateName, grainId));
        grainState.ETag = row.Version?.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = row.Payload is not null;
        grainState.State = row.Payload is null
            ? Activator.CreateInstance<T>()
            : serializer.Deserialize<T>(new BinaryData(row.Payload));
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Write(KeyOf(stateName, grainId), serializer.Serialize(grainState.State).ToMemory(), grainState);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is not null) await Write(KeyOf(stateName, grainId), null, grainState);
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static RowKey KeyOf(string stateName, GrainId grainId) => new(stateName, grainId.Key.ToString()!);

    private async Task Write<T>(RowKey key, ReadOnlyMemory<byte>? payload, IGrainState<T> grainState)
    {
        var version = grainState.ETag is { } etag ? int.Parse(etag, CultureInfo.InvariantCulture) : (int?)null;
        var written = await writes.Run(new(key, payload, version))
            ?? throw new InconsistentStateException(
                $"{key.Kind}: somebody else has written the row since it was read.", "", grainState.ETag ?? "");
        grainState.ETag = written.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<StoredRow>> Read(IReadOnlyList<RowKey> keys)
    {
        await using var batch = source.CreateBatch();
        foreach (var key in keys) batch.BatchCommands.Add(Command(Select, key));
        var rows = new StoredRow[keys.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        for (var place = 0; place < rows.Length; place++, await reader.NextResultAsync())
        {
            if (!await reader.ReadAsync()) continue;
            rows[place] =
                new(await reader.IsDBNullAsync(0) ? null : reader.GetFieldValue<byte[]>(0), reader.GetInt32(1));
        }
        return rows;
    }

    /// <summary>Without a transaction of its own a batch is one: all its rows are stored or none is.</summary>
    private async Task<IReadOnlyList<int?>> Write(IReadOnlyList<RowWrite> rows)
    {
        await using var batch = source.CreateBatch();
        foreach (var row in rows) batch.BatchCommands.Add(Command(row));
        var versions = new int?[rows.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        // Only the end of the last result says that all this is committed.
        for (var place = 0; place < versions.Length; place++, await reader.NextResultAsync())
        {
            if (await reader.ReadAsync()) versions[place] = reader.GetInt32(0);
        }
        return versions;
    }

    private NpgsqlBatchCommand Command(RowWrite row)
    {
        var command = Command(row.Version is null ? Insert : Update, row.Key);
        command.Parameters.Add(row.Payload is { } payload
            ? new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = payload, NpgsqlDbType = NpgsqlDbType.Bytea }
            : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        if (row.Version is { } version) command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        return command;
    }

    private NpgsqlBatchCommand Command(string sql, RowKey key) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = serviceId },
            new NpgsqlParameter<string> { TypedValue = key.Kind },
            new NpgsqlParameter<string> { TypedValue = key.Key },
        },
    };

    private readonly record struct RowKey(string Kind, string Key);

    private readonly record struct StoredRow(byte[]? Payload, int? Version);

    private readonly record struct RowWrite(RowKey Key, ReadOnlyMemory<byte>? Payload, int? Version);
}
