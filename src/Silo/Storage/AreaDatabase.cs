using System.Data.Common;
using Npgsql;

namespace PeerNet.Silo.Storage;

/// <summary>
/// An area's database, a SQLite file or a PostgreSQL database, with one source of connections for writes and one for
/// queries.
/// </summary>
public sealed class AreaDatabase : IDisposable, IAsyncDisposable
{
    private readonly SqliteFile? file;
    private readonly bool create;

    private AreaDatabase(DatabaseKind kind, DbDataSource rows, DbDataSource views, bool create)
    {
        this.create = create;
        if (rows is SqliteDataSource sqlite) file = new(sqlite.File);
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
        DatabaseKind.Sqlite => Sqlite(options),
        DatabaseKind.Postgresql => Postgresql(options),
        _ => throw new ArgumentOutOfRangeException(
            nameof(options), options.Kind, "The kind of database must be sqlite or postgresql."),
    };

    /// <summary>
    /// Whether the file was deleted or replaced since the silo started. What it writes now would be lost. PostgreSQL
    /// watches its own files.
    /// </summary>
    internal bool HasMoved => file?.HasMoved == true;

    /// <summary>
    /// Creates the database if it is missing, and applies the schema scripts that are missing. A silo applies scripts
    /// by itself when it starts, but to a database that is missing or empty only if
    /// <see cref="DatabaseOptions.Create"/>
    /// is set.
    /// </summary>
    /// <exception cref="InvalidOperationException">The database is at a newer schema, or a script has changed since it
    /// was applied.</exception>
    public async Task ApplySchema(CancellationToken cancellationToken = default)
    {
        file?.Create();
        await Schema.Apply(this, create: true, cancellationToken);
    }

    /// <summary>
    /// Takes the database for a silo that starts. Returns the versions of the scripts it has applied.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">It is missing, empty, or in use by another silo.</exception>
    internal async Task<IReadOnlyList<int>> Take(CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            if (create) file.Create();
            if (!file.Exists) throw Missing($"The database file {((SqliteDataSource)Rows).File} does not exist.");
            file.Hold();
        }
        var applied = await Schema.Apply(this, create, cancellationToken);
        file?.Watch();
        return applied;
    }

    /// <summary>The refusal to start an empty area in place of one that is missing.</summary>
    internal static DatabaseRefusedException Missing(string what)
    {
        return new(
            $"{what} If the area is new, start the silo once with --create or migrate. Otherwise restore the database "
                + $"from a backup. {StorageFaults.HowToRestore}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The last to close must be able to write: it empties the log.
        Views.Dispose();
        file?.Dispose();
        Rows.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Views.DisposeAsync();
        file?.Dispose();
        await Rows.DisposeAsync();
    }

    // SQLite has a single write lock. Waiting for it inside SQLite blocks a pool thread and is not fair, so writers
    // queue here instead. secure_delete overwrites what is deleted, so that erased text is gone from the file.
    private static AreaDatabase Sqlite(DatabaseOptions options)
    {
        const string write = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON";
        const string read = "PRAGMA query_only=ON";
        return new(
            DatabaseKind.Sqlite,
            new SqliteDataSource(
                "Default Timeout=5;Mode=ReadWrite;" + options.ConnectionString, maxConnections: 1, write),
            new SqliteDataSource(
                "Default Timeout=5;Mode=ReadOnly;" + options.ConnectionString, maxConnections: 4, read),
            options.Create);
    }

    // Three silos with 24 connections each stay below PostgreSQL's default limit of 100.
    private static AreaDatabase Postgresql(DatabaseOptions options)
    {
        var source = NpgsqlDataSource.Create(
            "Timeout=5;Command Timeout=5;Maximum Pool Size=24;Max Auto Prepare=20;" + options.ConnectionString);
        return new(DatabaseKind.Postgresql, source, source, options.Create);
    }
}
