using Microsoft.Data.Sqlite;
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
    public void A_database_that_is_busy_may_pass_by_itself()
    {
        Assert.Null(StorageFaults.WhyUnavailable(new SqliteException("busy", 5)));
        Assert.Null(StorageFaults.WhyUnavailable(new InvalidOperationException("a bug")));
        Assert.Null(StorageFaults.WhyNotStarted(new InvalidOperationException("a bug")));
    }

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
