using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PeerNet.Silo.Storage;

/// <summary>Connections to one SQLite file, no more at a time than the gate lets through; who waits holds no thread and goes in turn.</summary>
internal sealed class SqliteDataSource(string connectionString, int gate, string pragmas) : DbDataSource
{
    private readonly SqliteConnectionStringBuilder builder = new(connectionString);
    private readonly SemaphoreSlim places = new(gate);

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
        // The same limit as for the file's own lock: a queue that does not move is told to callers, not kept from them.
        if (!await places.WaitAsync(TimeSpan.FromSeconds(builder.DefaultTimeout), cancellationToken))
            throw new TimeoutException("The area's database did not come free in time.");
        try
        {
            var connection = OpenDbConnection();
            var released = 0;
            connection.Disposed += (_, _) =>
            {
                if (Interlocked.Exchange(ref released, 1) == 0) places.Release();
            };
            return connection;
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) SqliteConnection.ClearPool(new(ConnectionString));
        base.Dispose(disposing);
    }
}
