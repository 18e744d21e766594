using System.Data.Common;
using Microsoft.Data.Sqlite;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public sealed class StorageOnSqlite(SqliteArea area) : StorageSuite(area), IClassFixture<SqliteArea>
{
    [Fact]
    public async Task The_door_for_read_models_cannot_write()
    {
        await using var connection = await Area.Database.Views.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SqliteException>(() => Run(connection, "DELETE FROM OrleansStorage"));
    }

    [Fact]
    public async Task A_queue_at_the_gate_that_does_not_move_is_refused_and_moves_on()
    {
        await using (await Area.Database.Rows.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await Assert.ThrowsAsync<TimeoutException>(() => ACopy().Write("kept out"));
        await ACopy().Write("let in");
    }
}

public sealed class StorageOnPostgresql(PostgresArea area) : StorageSuite(area), IClassFixture<PostgresArea>;

/// <summary>What must hold on both engines alike.</summary>
public abstract partial class StorageSuite
{
    protected StorageSuite(AreaUnderTest area)
    {
        area.Demand();
        Area = area;
    }

    protected AreaUnderTest Area { get; }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private protected Copy ACopy(string kind = "note", Guid? id = null) => new(Area.Storage, kind, id ?? Guid.CreateVersion7());

    // A copy of its own for each: two activations of one grain, as they happen when a silo dies.
    private (Copy One, Copy Other) TwoCopies()
    {
        var id = Guid.CreateVersion7();
        return (ACopy(id: id), ACopy(id: id));
    }

    private async Task<T> Ask<T>(string sql, params (string Name, object Value)[] parameters) =>
        (T)(await AskAny(Area.Database, sql, parameters))!;

    private static async Task<object?> AskAny(AreaDatabase database, string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
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
