using System.Data.Common;
using Npgsql;

namespace PeerNet.Silo.Storage;

/// <summary>
/// An area's database, a SQLite file or a PostgreSQL database, with one source of connections for writes and one for
/// queries.
/// </summary>
public sealed class AreaDatabase : IDisposable, IAsyncDisposable
{
    private AreaDatabase(DatabaseKind kind, DbDataSource rows, DbDataSource views)
    {
        Kind = kind;
        Rows = rows;
        Views = views;
    }

    /// <summary>The engine.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Connections for grain storage and other writes.</summary>
    internal DbDataSource Rows { get; }

    /// <summary>Connections for queries across rows; on SQLite they are read-only.</summary>
    internal DbDataSource Views { get; }

    /// <summary>
    /// Orleans' name for the driver. For SQLite it is that of another driver, but Orleans loads this one.
    /// </summary>
    internal string Invariant => Kind == DatabaseKind.Sqlite ? "System.Data.SQLite" : "Npgsql";

    /// <summary>Prepares access to a database; nothing is read or written yet.</summary>
    public static AreaDatabase Open(DatabaseOptions options) => options.Kind switch
    {
        DatabaseKind.Sqlite => Sqlite(options.ConnectionString),
        DatabaseKind.Postgresql => Postgresql(options.ConnectionString),
        _ => throw new ArgumentOutOfRangeException(
            nameof(options), options.Kind, "The kind of database must be sqlite or postgresql."),
    };

    /// <summary>Applies the schema scripts that are missing. A silo does this by itself when it starts.</summary>
    /// <exception cref="InvalidOperationException">The database is at a newer schema, or a script has changed since it
    /// was applied.</exception>
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

    // SQLite has a single write lock. Waiting for it inside SQLite blocks a pool thread and is not fair, so writers
    // queue here instead. secure_delete overwrites what is deleted, so that erased text is gone from the file.
    private static AreaDatabase Sqlite(string connectionString)
    {
        const string write = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON";
        const string read = "PRAGMA query_only=ON";
        return new(
            DatabaseKind.Sqlite,
            new SqliteDataSource("Default Timeout=5;" + connectionString, maxConnections: 1, write),
            new SqliteDataSource("Default Timeout=5;Mode=ReadOnly;" + connectionString, maxConnections: 4, read));
    }

    // Three silos with 24 connections each stay below PostgreSQL's default limit of 100.
    private static AreaDatabase Postgresql(string connectionString)
    {
        var source = NpgsqlDataSource.Create(
            "Timeout=5;Command Timeout=5;Maximum Pool Size=24;Max Auto Prepare=20;" + connectionString);
        return new(DatabaseKind.Postgresql, source, source);
    }
}
