using System.Data.Common;
using System.Globalization;

namespace PeerNet.Silo.Storage;

/// <summary>Runs one statement on a connection of its own.</summary>
internal static class Sql
{
    /// <summary>Reads every row.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(
        this DbDataSource source, string sql, Func<DbDataReader, T> read,
        params (string Name, object? Value)[] parameters)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs a statement once for each set of values, all in one transaction.</summary>
    public static async Task Write(
        this DbDataSource source, string sql, IEnumerable<(string Name, object? Value)[]> each)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var parameters in each)
        {
            await using var command = Command(connection, sql, parameters);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    /// <summary>An instant as text that sorts by time, also beside the instants in rows.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>
    /// The instant in a text. One that a damaged row holds is long past, so that nothing waits for it.
    /// </summary>
    public static DateTimeOffset Instant(string text)
    {
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default;
    }

    /// <summary>The ID in a text, or an empty one if a row is damaged.</summary>
    public static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : default;

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
