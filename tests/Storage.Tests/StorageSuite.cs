using System.Data.Common;
using Microsoft.Data.Sqlite;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public sealed class StorageOnSqlite(SqliteArea area) : StorageSuite(area), IClassFixture<SqliteArea>
{
    [Fact]
    public async Task Connections_for_queries_cannot_write()
    {
        await using var connection =
            await Area.Database.Views.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SqliteException>(() => Run(connection, "DELETE FROM OrleansStorage"));
    }

    [Fact]
    public async Task What_was_erased_is_in_no_file_once_the_log_is_emptied()
    {
        var copy = ACopy();
        await copy.Write("canary-7f3a91");
        Assert.True(await Holds("canary-7f3a91"));
        await copy.Write("nothing personal");
        // A query of the silo's own may be under way.
        while (!await WalCheckpoint.Empty(Area.Database, Ended)) { }
        Assert.False(await Holds("canary-7f3a91"));
    }

    [Fact]
    public async Task A_full_disk_stays_full_until_there_is_room_and_to_find_that_out_takes_up_none()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        await AreaClaim.Claim(database, AreaUnderTest.Home);
        // All writes go over one connection. No file gets smaller than it is.
        await AskAny(database, "PRAGMA max_page_count = 1");
        Assert.False((await Probed(database)).IsAvailable);
        Assert.False((await Probed(database)).IsAvailable);
        await AskAny(database, "PRAGMA max_page_count = 1000000");
        Assert.True((await Probed(database)).IsAvailable);
        var pages = await AskAny(database, "PRAGMA page_count");
        Assert.True((await Probed(database)).IsAvailable);
        Assert.Equal(pages, await AskAny(database, "PRAGMA page_count"));
    }

    private async Task<bool> Holds(string text)
    {
        var file = ((SqliteDataSource)Area.Database.Rows).File;
        foreach (var part in Directory.GetFiles(
            Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file) + "*"))
        {
            if (part.EndsWith(".lock", StringComparison.Ordinal)) continue;
            if ((await File.ReadAllTextAsync(part, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken))
                .Contains(text, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}

public sealed class StorageOnPostgresql(PostgresArea area) : StorageSuite(area), IClassFixture<PostgresArea>
{
    [Fact]
    public async Task No_change_overtakes_one_that_is_not_committed_yet_in_the_feed()
    {
        var slow = ACopy("group");
        var quick = ACopy("group");
        await slow.Write(new Note { Face = "1" });
        var start = (await Area.Link.Feed("group")).Newest;
        await using var connection = await Area.Database.Rows.OpenConnectionAsync(Ended);
        await Run(
            connection,
            $$"""
            BEGIN; UPDATE orleansstorage SET payloadbinary = convert_to('{"edition":2}', 'UTF8')
            WHERE grainidextensionstring = '{{slow.Key}}'
            """);

        var overtaking = quick.Write(new Note { Face = "1" });
        while (!overtaking.IsCompleted
            && await Ask<long>(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = "
                    + "(SELECT oid FROM pg_database WHERE datname = current_database())") == 0) { }
        var read = await Area.Link.Changes("group", start, 10);
        await Run(connection, "COMMIT");
        await overtaking;
        var on = await Area.Link.Changes("group", read is [.., var last] ? last.Change : start, 10);
        Assert.Equal([IdOf(slow), IdOf(quick)], read.Concat(on).Select(change => change.Id));
    }

    [Fact]
    public async Task Rows_are_compressed_with_lz4_where_the_server_has_it()
    {
        const string columns =
            "FROM pg_attribute WHERE attrelid = 'orleansstorage'::regclass AND attname IN ('payloadbinary', 'doc')";
        var lz4 =
            await Ask<bool>("SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'");
        Assert.Equal(lz4 ? "ll" : "", await Ask<string>($"SELECT string_agg(attcompression::text, '') {columns}"));
    }
}

/// <summary>What must hold on both engines alike.</summary>
public abstract partial class StorageSuite
{
    protected StorageSuite(AreaUnderTest area)
    {
        area.Demand();
        Area = area;
    }

    protected AreaUnderTest Area { get; }

    private protected static CancellationToken Ended => TestContext.Current.CancellationToken;

    private protected Copy ACopy(string kind = "note", Guid? id = null) =>
        new(Area.Storage, kind, id ?? Guid.CreateVersion7());

    // A copy of its own for each: two activations of one grain, as they happen when a silo dies.
    private (Copy One, Copy Other) TwoCopies()
    {
        var id = Guid.CreateVersion7();
        return (ACopy(id: id), ACopy(id: id));
    }

    private protected async Task<T> Ask<T>(string sql, params (string Name, object Value)[] parameters) =>
        (T)(await AskAny(Area.Database, sql, parameters))!;

    private protected static async Task<object?> AskAny(
        AreaDatabase database, string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteScalarAsync();
    }

    internal static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ended);
    }
}
