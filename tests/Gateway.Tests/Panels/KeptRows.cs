using Microsoft.Data.Sqlite;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>What an area's file keeps.</summary>
internal static class KeptRows
{
    /// <summary>The rows, with their keys, that hold this text.</summary>
    public static async Task<List<string>> With(Cell cell, string text)
    {
        await using var connection = new SqliteConnection($"Data Source={cell.At.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT CAST(PayloadBinary AS TEXT) || GrainIdExtensionString FROM OrleansStorage
            WHERE instr(CAST(PayloadBinary AS TEXT) || GrainIdExtensionString, @text) > 0
            """;
        command.Parameters.AddWithValue("@text", text);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
