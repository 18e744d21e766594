using System.Data.Common;
using System.Globalization;
using System.Numerics;

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
        return await Read(command, read);
    }

    /// <summary>Reads every row within a transaction.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(
        this DbTransaction transaction, string sql, Func<DbDataReader, T> read,
        params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(transaction, sql, parameters);
        return await Read(command, read);
    }

    /// <summary>Runs a statement within a transaction and returns the number of rows it has changed.</summary>
    public static async Task<int> Run(
        this DbTransaction transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(transaction, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a statement once for each set of values, all in one transaction.</summary>
    public static async Task Write(
        this DbDataSource source, string sql, IEnumerable<(string Name, object? Value)[]> each)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var parameters in each) await transaction.Run(sql, parameters);
        await transaction.CommitAsync();
    }

    /// <summary>
    /// A statement in which parameters replace <c>@ids</c>, and their values. There must be at least one ID. Their
    /// number is rounded up, so that there are few statements to prepare.
    /// </summary>
    public static (string Text, (string Name, object? Value)[] Ids) OfIds(string sql, IReadOnlyCollection<Guid> ids)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)ids.Count);
        var each = ids.Concat(Enumerable.Repeat(ids.First(), count - ids.Count))
            .Select((id, place) => ($"id{place}", (object?)id.ToString()))
            .ToArray();
        var places = string.Join(", ", each.Select(id => $"@{id.Item1}"));
        return (sql.Replace("@ids", places, StringComparison.Ordinal), each);
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

    /// <summary>A day as text that sorts by time, as in rows.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in a text.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<T>> Read<T>(DbCommand command, Func<DbDataReader, T> read)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    private static DbCommand Command(
        DbTransaction transaction, string sql, (string Name, object? Value)[] parameters)
    {
        var command = Command(transaction.Connection!, sql, parameters);
        command.Transaction = transaction;
        return command;
    }

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
