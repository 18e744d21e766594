using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Silo.Storage;

/// <summary>Applies the numbered scripts of <c>deploy/sql</c>, each once and each in one transaction with the note that it was.</summary>
internal static class Schema
{
    private const string Notes =
        "CREATE TABLE IF NOT EXISTS peernet_schema(version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL DEFAULT CURRENT_TIMESTAMP)";

    // Any number does, as long as every silo of PeerNet takes the same.
    private const string LockOnPostgresql = "SELECT pg_advisory_xact_lock(7337638)";

    /// <summary>Applies what is missing and returns the versions applied now.</summary>
    public static async Task<IReadOnlyList<int>> Apply(AreaDatabase database, CancellationToken cancellationToken)
    {
        var scripts = Scripts(database.Kind);
        if (database.Rows is SqliteDataSource { File: var file } && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await using var connection = await database.Rows.OpenConnectionAsync(cancellationToken);
        if (database.Kind == DatabaseKind.Sqlite) await Run(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        var applied = new List<int>();
        while (await ApplyNext(database.Kind, connection, scripts, cancellationToken) is { } version) applied.Add(version);
        return applied;
    }

    // What stands is read under the lock and again before each script: of two silos that start at once, one finds it done.
    private static async Task<int?> ApplyNext(DatabaseKind kind, DbConnection connection, IReadOnlyList<Script> scripts, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (kind == DatabaseKind.Postgresql) await Run(connection, LockOnPostgresql, cancellationToken);
        await Run(connection, Notes, cancellationToken);
        var standing = await Standing(connection, cancellationToken);
        var next = Next(scripts, standing);
        if (next is not null)
        {
            await Run(connection, next.Text, cancellationToken);
            await Run(connection, $"INSERT INTO peernet_schema(version, name, checksum) VALUES({next.Version}, '{next.Name}', '{next.Checksum}')", cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return next?.Version;
    }

    private static Script? Next(IReadOnlyList<Script> scripts, IReadOnlyList<(int Version, string Checksum)> standing)
    {
        for (var i = 0; i < standing.Count; i++)
        {
            var (version, checksum) = standing[i];
            if (i >= scripts.Count)
                throw new InvalidOperationException($"The database has schema {version}; this silo knows {scripts.Count}. Start a newer silo, or restore the database from before the upgrade.");
            if (scripts[i].Version != version || scripts[i].Checksum != checksum)
                throw new InvalidOperationException($"Schema script {scripts[i].Name} is not the one that was applied as {version}. An applied script never changes: put it back and add a new one.");
        }
        return scripts.ElementAtOrDefault(standing.Count);
    }

    private static async Task<IReadOnlyList<(int Version, string Checksum)>> Standing(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, checksum FROM peernet_schema ORDER BY version";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var standing = new List<(int, string)>();
        while (await reader.ReadAsync(cancellationToken)) standing.Add((reader.GetInt32(0), reader.GetString(1)));
        return standing;
    }

    private static async Task Run(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Script[] Scripts(DatabaseKind kind)
    {
        var assembly = typeof(Schema).Assembly;
        var folder = kind == DatabaseKind.Sqlite ? "sql/sqlite/" : "sql/postgresql/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Script.Read(name[folder.Length..], assembly.GetManifestResourceStream(name)!))];
    }

    private sealed record Script(int Version, string Name, string Text, string Checksum)
    {
        public static Script Read(string name, Stream content)
        {
            using var reader = new StreamReader(content, Encoding.UTF8);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            return new(int.Parse(name[..3], CultureInfo.InvariantCulture), name, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }
    }
}
