using System.Data.Common;
using Npgsql;

namespace PeerNet.Silo.Storage;

/// <summary>An area's database: one SQLite file or one PostgreSQL database, opened by two doors, one for rows and one for reading across them.</summary>
public sealed class AreaDatabase : IDisposable, IAsyncDisposable
{
    private AreaDatabase(DatabaseKind kind, DbDataSource rows, DbDataSource views) => (Kind, Rows, Views) = (kind, rows, views);

    /// <summary>Which of the two it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The door for grain storage.</summary>
    internal DbDataSource Rows { get; }

    /// <summary>The door for read models; on SQLite it cannot write.</summary>
    internal DbDataSource Views { get; }

    /// <summary>The name by which Orleans knows the driver; its table names another SQLite driver and loads this one.</summary>
    internal string Invariant => Kind == DatabaseKind.Sqlite ? "System.Data.SQLite" : "Npgsql";

    /// <summary>Opens a database; nothing is read or written yet.</summary>
    public static AreaDatabase Open(DatabaseOptions options) => options.Kind switch
    {
        DatabaseKind.Sqlite => Sqlite(options.ConnectionString),
        DatabaseKind.Postgresql => Postgresql(options.ConnectionString),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "Neither sqlite nor postgresql."),
    };

    /// <summary>Brings the tables and views up to date; a silo does so by itself when it starts.</summary>
    /// <exception cref="InvalidOperationException">The database belongs to a newer version, or a script is no longer the one that was applied.</exception>
    public Task ApplySchema(CancellationToken cancellationToken = default) => Schema.Apply(this, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Rows.Dispose();
        Views.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Rows.DisposeAsync();
        await Views.DisposeAsync();
    }

    // One writer at a time: SQLite has one write lock, and waiting for it in SQLite sleeps on a pool thread, unfairly.
    // Rows once deleted are overwritten, so that what was erased is gone from the file.
    private static AreaDatabase Sqlite(string connectionString) => new(
        DatabaseKind.Sqlite,
        new SqliteDataSource("Default Timeout=5;" + connectionString, gate: 1, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"),
        new SqliteDataSource("Default Timeout=5;Mode=ReadOnly;" + connectionString, gate: 4, "PRAGMA query_only=ON"));

    // Three silos with 24 connections each stay under the 100 that PostgreSQL allows by default.
    private static AreaDatabase Postgresql(string connectionString)
    {
        var source = NpgsqlDataSource.Create("Timeout=5;Command Timeout=5;Maximum Pool Size=24;Max Auto Prepare=20;" + connectionString);
        return new(DatabaseKind.Postgresql, source, source);
    }
}
