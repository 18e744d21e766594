using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Applies the numbered scripts of <c>deploy/sql</c>, each once and in one transaction with the record of it.
/// </summary>
internal static class Schema
{
    private const string Journal =
        """
        CREATE TABLE IF NOT EXISTS peernet_schema(
          version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
          applied_at text NOT NULL DEFAULT CURRENT_TIMESTAMP)
        """;

    // Any number will do, as long as all PeerNet silos use the same one.
    private const string LockOnPostgresql = "SELECT pg_advisory_xact_lock(7337638)";

    /// <summary>Applies the scripts that are missing and returns their versions.</summary>
    public static async Task<IReadOnlyList<int>> Apply(
        AreaDatabase database, bool create, CancellationToken cancellationToken)
    {
        var scripts = Scripts(database.Kind);
        await using var connection = await database.Rows.OpenConnectionAsync(cancellationToken);
        if (database.Kind == DatabaseKind.Sqlite) await Run(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        var applied = new List<int>();
        while (await ApplyNext(database.Kind, connection, scripts, create || applied.Count > 0, cancellationToken)
            is { } version)
            applied.Add(version);
        return applied;
    }

    // The journal is read under the lock, again before each script: of two silos starting at once, one finds it
    // applied.
    private static async Task<int?> ApplyNext(
        DatabaseKind kind, DbConnection connection, IReadOnlyList<Script> scripts, bool create,
        CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (kind == DatabaseKind.Postgresql) await Run(connection, LockOnPostgresql, cancellationToken);
        await Run(connection, Journal, cancellationToken);
        var known = await Applied(connection, cancellationToken);
        if (known.Count == 0 && !create) throw AreaDatabase.Missing("The database is empty.");
        var next = Next(scripts, known);
        if (next is not null)
        {
            await Run(connection, next.Text, cancellationToken);
            await Run(connection, next.Entry, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return next?.Version;
    }

    private static Script? Next(IReadOnlyList<Script> scripts, IReadOnlyList<(int Version, string Checksum)> applied)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var (version, checksum) = applied[i];
            if (i >= scripts.Count)
                throw new DatabaseRefusedException(
                    $"The database is at schema {version}, and this silo knows only {scripts.Count}. Start a newer "
                        + $"silo, or restore the database from before the upgrade. {StorageFaults.HowToRestore}");
            if (scripts[i].Version != version || scripts[i].Checksum != checksum)
                throw new DatabaseRefusedException(
                    $"Schema script {scripts[i].Name} has changed since it was applied. Restore the original, and "
                        + "put the change in a new script.");
        }
        return scripts.ElementAtOrDefault(applied.Count);
    }

    private static async Task<IReadOnlyList<(int Version, string Checksum)>> Applied(
        DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, checksum FROM peernet_schema ORDER BY version";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<(int, string)>();
        while (await reader.ReadAsync(cancellationToken)) applied.Add((reader.GetInt32(0), reader.GetString(1)));
        return applied;
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
        public string Entry =>
            $"INSERT INTO peernet_schema(version, name, checksum) VALUES({Version}, '{Name}', '{Checksum}')";

        // Line endings depend on the checkout and do not count.
        public static Script Read(string name, Stream content)
        {
            using var reader = new StreamReader(content, Encoding.UTF8);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            return new(int.Parse(name[..3], CultureInfo.InvariantCulture), name, text, checksum);
        }
    }
}
