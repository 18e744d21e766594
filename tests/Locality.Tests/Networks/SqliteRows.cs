using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>All rows of all tables of a SQLite file, whatever they are.</summary>
internal static class SqliteRows
{
    /// <summary>Each row as a line.</summary>
    public static IReadOnlyList<(string Table, string Row)> Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var rows = new List<(string, string)>();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            rows.AddRange(Read(connection, $"SELECT * FROM \"{table}\"").Select(row => (table, row)));
        return rows;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // Names of tables of the file itself.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read()) rows.Add(
            string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(column => Text(row.GetValue(column)))));
        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : $"\\x{Convert.ToHexString(bytes)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
