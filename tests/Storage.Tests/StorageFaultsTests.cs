using Microsoft.Data.Sqlite;
using Npgsql;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public sealed class StorageFaultsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-faults-");

    [Theory]
    [InlineData(13, "The disk is full")]
    [InlineData(8, "read-only")]
    [InlineData(11, "damaged")]
    [InlineData(26, "damaged")]
    [InlineData(10, "Check the disk")]
    [InlineData(14, "cannot be opened")]
    public void What_keeps_an_area_from_storing_is_said_in_one_sentence(int code, string words)
    {
        var fault = new InvalidOperationException("Outer", new SqliteException("near \"text\"", code));
        Assert.Contains(words, StorageFaults.WhyUnavailable(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_to_restore_a_database_is_told_where_the_steps_are()
    {
        string?[] messages =
        [
            StorageFaults.WhyUnavailable(new SqliteException("x", 11)),
            StorageFaults.WhyUnavailable(new SqliteException("x", 26)),
            StorageFaults.WhyUnavailable(
                new PostgresException("x", "ERROR", "ERROR", PostgresErrorCodes.DataCorrupted)),
            StorageWatch.HasMoved,
            AreaDatabase.Missing("The database is empty.").Message,
        ];
        Assert.All(messages, message => Assert.EndsWith(
            " See ‘Database is restored from a backup’ in the runbook.", message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_that_is_busy_may_pass_by_itself()
    {
        Assert.Null(StorageFaults.WhyUnavailable(new SqliteException("busy", 5)));
        Assert.Null(StorageFaults.WhyUnavailable(new InvalidOperationException("a bug")));
        Assert.Null(StorageFaults.WhyNotStarted(new InvalidOperationException("a bug")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(17, true)]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    [InlineData(25, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(8, false)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    [InlineData(13, false)]
    [InlineData(14, false)]
    [InlineData(26, false)]
    public void On_SQLite_what_is_locked_full_or_out_of_reach_is_no_bug(int code, bool isBug)
    {
        var fault = new InvalidOperationException("Outer", new SqliteException("near \"text\"", code));
        Assert.Equal(isBug, StorageFaults.BugIn(fault) is not null);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SyntaxError, true)]
    [InlineData(PostgresErrorCodes.UndefinedTable, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, true)]
    [InlineData(PostgresErrorCodes.CheckViolation, true)]
    [InlineData(PostgresErrorCodes.InvalidTextRepresentation, true)]
    [InlineData(PostgresErrorCodes.FeatureNotSupported, true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, false)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName, false)]
    [InlineData(PostgresErrorCodes.SerializationFailure, false)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    [InlineData(PostgresErrorCodes.TooManyConnections, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, false)]
    [InlineData(PostgresErrorCodes.QueryCanceled, false)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false)]
    [InlineData(PostgresErrorCodes.IoError, false)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, false)]
    [InlineData(PostgresErrorCodes.DataCorrupted, false)]
    public void On_PostgreSQL_what_is_locked_full_or_out_of_reach_is_no_bug(string code, bool isBug)
    {
        var fault = new InvalidOperationException(
            "Outer", new PostgresException("near \"text\"", "ERROR", "ERROR", code));
        Assert.Equal(isBug, StorageFaults.BugIn(fault) is not null);
    }

    [Fact]
    public void A_connection_that_is_lost_is_no_bug() =>
        Assert.Null(StorageFaults.BugIn(new NpgsqlException("Exception while reading", new IOException())));

    [Fact]
    public async Task A_file_that_is_no_database_is_reported()
    {
        var file = Path.Combine(folder.FullName, "area.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000), TestContext.Current.CancellationToken);
        await using var database = AreaDatabase.Open(new() { ConnectionString = $"Data Source={file}", Create = true });
        var fault =
            await Assert.ThrowsAnyAsync<Exception>(() => database.Take(TestContext.Current.CancellationToken));
        Assert.Contains("damaged", StorageFaults.WhyNotStarted(fault), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_reported()
    {
        var file = Path.Combine(folder.FullName, "full.db");
        await using var database = AreaDatabase.Open(new() { ConnectionString = $"Data Source={file}", Create = true });
        await database.Take(TestContext.Current.CancellationToken);
        await using var connection =
            await database.Rows.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await StorageSuite.Run(connection, "PRAGMA max_page_count = 1");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => StorageSuite.Run(
            connection, "CREATE TABLE large AS SELECT randomblob(100000) AS content"));
        Assert.Contains("The disk is full", StorageFaults.WhyUnavailable(fault), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
