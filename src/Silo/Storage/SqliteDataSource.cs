using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Connections to one SQLite file, with a limit. Callers over the limit queue in order and hold no thread.
/// </summary>
internal sealed class SqliteDataSource(string connectionString, int maxConnections, string pragmas) : DbDataSource
{
    private readonly SqliteConnectionStringBuilder builder = new(connectionString);
    private readonly SemaphoreSlim free = new(maxConnections);

    public override string ConnectionString => builder.ConnectionString;

    /// <summary>The path of the file.</summary>
    public string File => builder.DataSource;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken)
    {
        // The same timeout as for the file's own lock, so callers find out that the queue is stuck.
        if (!await free.WaitAsync(TimeSpan.FromSeconds(builder.DefaultTimeout), cancellationToken))
            throw new TimeoutException("No connection to the area's database became free in time.");
        try
        {
            var connection = OpenDbConnection();
            var released = 0;
            connection.Disposed += (_, _) =>
            {
                if (Interlocked.Exchange(ref released, 1) == 0) free.Release();
            };
            return connection;
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) SqliteConnection.ClearPool(new(ConnectionString));
        base.Dispose(disposing);
    }
}
