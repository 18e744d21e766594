using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_database_belongs_to_the_area_that_had_it_first()
    {
        using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        await AreaClaim.Claim(database, North);
        await AreaClaim.Claim(database, North);
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => AreaClaim.Claim(database, South));
        Assert.Contains("north-sussex", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_applied_again_changes_nothing()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        Assert.NotEmpty(await Schema.Apply(database, create: true, Ended));
        Assert.Empty(await Schema.Apply(database, create: true, Ended));
    }

    [Fact]
    public async Task Silos_that_start_at_once_apply_each_script_once()
    {
        var options = await Area.FreshDatabase();
        // Otherwise the first to turn the new file to WAL keeps the others asleep until it has finished alone.
        if (options.Kind == DatabaseKind.Sqlite) await AskAny(AreaDatabase.Open(options), "PRAGMA journal_mode=WAL");
        AreaDatabase[] silos = [.. Enumerable.Range(0, 8).Select(_ => AreaDatabase.Open(options))];
        using var ready = new Barrier(silos.Length);
        var applied = await Task.WhenAll(silos.Select(silo => OnItsOwnThread(() =>
        {
            ready.SignalAndWait();
            return Schema.Apply(silo, create: true, Ended);
        })));

        var versions = applied.SelectMany(versions => versions).Order().ToArray();
        Assert.Equal(Enumerable.Range(1, versions.Length), versions);
        Assert.Equal(
            versions.Length, Convert.ToInt32(await AskAny(silos[0], "SELECT count(*) FROM peernet_schema"), null));
        foreach (var silo in silos) await silo.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        await AskAny(
            database, "INSERT INTO peernet_schema(version, name, checksum) VALUES(999, '999-tomorrow.sql', '0')");

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.ApplySchema(Ended));
        Assert.Contains("schema 999", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(StorageFaults.HowToRestore, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_not_the_one_applied_is_refused()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        await AskAny(database, "UPDATE peernet_schema SET checksum = 'another' WHERE version = 1");

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.ApplySchema(Ended));
        Assert.Contains("001-peernet.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await AskAny(database, "CREATE TABLE OrleansStorage(in_the_way integer)");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.ApplySchema(Ended));
        await AskAny(database, "DROP TABLE OrleansStorage");
        await database.ApplySchema(Ended);
        Assert.Equal(0, (await new AreaRows(database).Summary(new(2026, 11, 23))).Groups);
    }

    // SQLite works on the caller's thread, so started in a row they would never meet.
    private static Task<T> OnItsOwnThread<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, Ended, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
