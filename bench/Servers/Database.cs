using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PeerNet.Bench.Servers;

/// <summary>A database of either engine, by its connection string.</summary>
internal static class Database
{
    private static readonly TimeSpan CopyTimeout = TimeSpan.FromMinutes(30);

    /// <summary>The engine, as PeerNet's settings name it.</summary>
    public static string KindOf(string database) => IsFile(database) ? "sqlite" : "postgresql";

    /// <summary>Connections to it, as many as PeerNet's own.</summary>
    public static DbDataSource Connect(string database)
    {
        return IsFile(database)
            ? SqliteFactory.Instance.CreateDataSource(database)
            : NpgsqlDataSource.Create("Maximum Pool Size=24;Max Auto Prepare=20;Auto Prepare Min Usages=2;" + database);
    }

    /// <summary>Runs statements that return nothing.</summary>
    public static async Task Run(string database, string sql)
    {
        await using var source = Connect(database);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = (int)CopyTimeout.TotalSeconds;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Adds many rows at once; the columns are separated by commas.</summary>
    public static Task Fill(string database, string table, string columns, IEnumerable<object?[]> rows) =>
        IsFile(database) ? Insert(database, table, columns, rows) : Copy(database, table, columns, rows);

    private static async Task Copy(string database, string table, string columns, IEnumerable<object?[]> rows)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var copy =
            await connection.BeginBinaryImportAsync($"COPY {table}({columns}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = CopyTimeout;
        foreach (var row in rows) await copy.WriteRowAsync(default, row);
        await copy.CompleteAsync();
    }

    private static async Task Insert(string database, string table, string columns, IEnumerable<object?[]> rows)
    {
        var names = columns.Split(", ").Select(column => $"@{column}").ToArray();
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table}({columns}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var row in rows)
        {
            for (var place = 0; place < row.Length; place++) command.Parameters[place].Value =
                row[place] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static bool IsFile(string database) => database.StartsWith("Data Source=", StringComparison.Ordinal);
}
