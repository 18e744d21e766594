using Microsoft.Data.Sqlite;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>The statements and tables of the file.</summary>
internal sealed partial class CardStore
{
    private const string CreateTables = """
        CREATE TABLE feed (
            area TEXT PRIMARY KEY,
            feed TEXT,
            after INTEGER NOT NULL,
            as_of INTEGER,
            generation INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE card (
            area TEXT NOT NULL,
            id TEXT NOT NULL,
            modified INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            card BLOB NOT NULL,
            PRIMARY KEY (area, id));
        """;

    private const string UpsertCard = """
        INSERT INTO card (area, id, modified, generation, card) VALUES ($area, $id, $modified, $generation, $card)
        ON CONFLICT (area, id) DO UPDATE
        SET modified = excluded.modified, generation = excluded.generation, card = excluded.card
        """;

    private const string UpsertFeed = """
        INSERT INTO feed (area, feed, after, as_of, generation) VALUES ($area, $feed, $after, $asOf, $generation)
        ON CONFLICT (area) DO UPDATE
        SET feed = excluded.feed, after = excluded.after, as_of = excluded.as_of, generation = excluded.generation
        """;

    private const string DeleteCard = "DELETE FROM card WHERE area = $area AND id = $id";

    // Everything can be fetched again after a power cut, so commits need not wait for the disk.
    private void Prepare()
    {
        Run("PRAGMA journal_mode = wal");
        Run("PRAGMA synchronous = normal");
        using var version = Command("PRAGMA user_version");
        var stored = (long)version.ExecuteScalar()!;
        if (stored is not 0 and not Version) throw new FormatException("Of another version.");
        if (stored == 0)
        {
            Run(CreateTables);
            Run($"PRAGMA user_version = {Version}");
        }
        using var check = Command("PRAGMA quick_check(1)");
        if (check.ExecuteScalar() is not "ok") throw new FormatException("Damaged.");
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        // Only constants from this file, never user input.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
