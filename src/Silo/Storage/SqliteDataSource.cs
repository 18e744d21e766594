using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Connections to one SQLite file, with a limit. Callers over the limit queue in order and hold no thread.
/// </summary>
internal sealed class SqliteDataSource(string connectionString, int maxConnections, string pragmas) : DbDataSource
{
    private readonly SqliteConnectionStringBuilder builder = new(connectionString) { Pooling = false };
    private readonly SemaphoreSlim turns = new(maxConnections);
    private readonly ConcurrentBag<KeptConnection> kept = [];
    private volatile bool isDisposed;

    public override string ConnectionString => builder.ConnectionString;

    /// <summary>The path of the file.</summary>
    public string File => builder.DataSource;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection() =>
        throw new NotSupportedException("A turn is waited for without a thread: open connections asynchronously.");

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken)
    {
        // The same timeout as for the file's own lock, so callers find out that the queue is stuck.
        if (!await turns.WaitAsync(TimeSpan.FromSeconds(builder.DefaultTimeout), cancellationToken))
            throw new TimeoutException("No connection to the area's database became free in time.");
        try
        {
            var connection = kept.TryTake(out var free) ? free : Open();
            connection.Take();
            return connection;
        }
        catch
        {
            turns.Release();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) EndAll();
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        EndAll();
        return base.DisposeAsyncCore();
    }

    private void EndAll()
    {
        isDisposed = true;
        while (kept.TryTake(out var connection)) connection.End();
    }

    private KeptConnection Open()
    {
        var connection = new KeptConnection(ConnectionString, Free);
        try
        {
            connection.Open();
            // Otherwise a statement that compares a parameter with the condition of a partial index, as each write of
            // a row does, is prepared again whenever it runs.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.End();
            throw;
        }
    }

    private void Free(KeptConnection connection)
    {
        kept.Add(connection);
        if (isDisposed) EndAll();
        turns.Release();
    }
}
