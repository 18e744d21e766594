using System.Data.Common;
using Microsoft.Data.Sqlite;
using PeerNet.Silo.Storage;
using SQLitePCL;

namespace PeerNet.Storage.Tests;

/// <summary>Connections to a SQLite file are kept open from one user to the next, with their statements.</summary>
public sealed class KeptConnectionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-kept-");
    private readonly SqliteDataSource source;

    public KeptConnectionTests()
    {
        var file = Path.Combine(folder.FullName, "kept.db");
        source = new($"Data Source={file};Default Timeout=1", maxConnections: 1, "PRAGMA cache_size=77");
    }

    [Fact]
    public async Task The_next_user_gets_the_same_connection_and_its_pragmas()
    {
        DbConnection first;
        await using (first = await Open())
            await Run(first, "CREATE TABLE note(text TEXT); CREATE INDEX by_text ON note(text)");
        await using var next = await Open();
        Assert.Same(first, next);
        Assert.Equal(77L, await Ask(next, "PRAGMA cache_size"));
    }

    [Fact]
    public async Task A_statement_runs_again_with_other_values_and_after_the_schema_has_changed()
    {
        await using var connection = await Open();
        await Run(connection, "CREATE TABLE note(text TEXT)");
        foreach (var text in (string[])["one", "two"]) await Run(connection, "INSERT INTO note VALUES($text)", text);
        Assert.Equal("one", await Ask(connection, "SELECT text FROM note WHERE text = $text", "one"));
        Assert.Null(await Ask(connection, "SELECT text FROM note WHERE text = $text", "three"));

        await Run(connection, "ALTER TABLE note ADD COLUMN at TEXT DEFAULT 'now'");
        Assert.Equal("two", await Ask(connection, "SELECT text FROM note WHERE text = $text", "two"));
        Assert.Equal("now", await Ask(connection, "SELECT at FROM note"));
    }

    [Fact]
    public async Task A_statement_is_prepared_once_though_a_partial_index_is_for_one_value_of_its_parameter()
    {
        await using var connection = await Open();
        var handle = ((SqliteConnection)connection).Handle!;
        handle.enable_sqlite3_next_stmt(true);
        await Run(connection, "CREATE TABLE note(kind TEXT, text TEXT)");
        await Run(connection, "CREATE INDEX plain_text ON note(text) WHERE kind = 'plain'");
        foreach (var kind in (string[])["plain", "easy", "plain"])
            await Run(connection, "DELETE FROM note WHERE kind = $text", kind);
        var statement = raw.sqlite3_next_stmt(handle, null);
        Assert.StartsWith("DELETE", raw.sqlite3_sql(statement).utf8_to_string(), StringComparison.Ordinal);
        // SQLITE_STMTSTATUS_REPREPARE: https://sqlite.org/c3ref/c_stmtstatus_counter.html
        const int preparedAgain = 5;
        Assert.Equal(0, raw.sqlite3_stmt_status(statement, preparedAgain, 0));
    }

    [Fact]
    public async Task What_a_user_leaves_undone_is_undone()
    {
        await using (var careless = await Open())
        {
            await Run(careless, "CREATE TABLE note(text TEXT)");
            _ = await careless.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Run(careless, "INSERT INTO note VALUES('half')");
        }
        await using var next = await Open();
        Assert.Equal(0L, await Ask(next, "SELECT count(*) FROM note"));
        await using var transaction = await next.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(next, "INSERT INTO note VALUES('whole')");
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1L, await Ask(next, "SELECT count(*) FROM note"));
    }

    [Fact]
    public async Task Whoever_disposes_of_it_twice_gives_up_one_turn()
    {
        var first = await Open();
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await Open();
        await Assert.ThrowsAsync<TimeoutException>(Open);
    }

    [Fact]
    public async Task Once_the_source_is_disposed_of_no_handle_to_the_file_is_left()
    {
        var used = await Open();
        await Run(used, "CREATE TABLE note(text TEXT)");
        await source.DisposeAsync();
        Assert.NotEmpty(Handles());
        await used.DisposeAsync();
        Assert.Empty(Handles());
    }

    public void Dispose()
    {
        source.Dispose();
        folder.Delete(recursive: true);
    }

    private IEnumerable<string> Handles()
    {
        return Directory.EnumerateFiles("/proc/self/fd")
            .Select(handle => new FileInfo(handle).LinkTarget)
            .OfType<string>()
            .Where(file => file.StartsWith(folder.FullName, StringComparison.Ordinal));
    }

    private async Task<DbConnection> Open() =>
        await source.OpenConnectionAsync(TestContext.Current.CancellationToken);

    private static async Task Run(DbConnection connection, string sql, string? text = null) =>
        _ = await Ask(connection, sql, text);

    private static async Task<object?> Ask(DbConnection connection, string sql, string? text = null)
    {
        await using var command = connection.CreateCommand();
        // A test's own words.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        if (text is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$text";
            parameter.Value = text;
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
