using System.Text.Json;
using Microsoft.Data.Sqlite;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using SQLitePCL;

namespace PeerNet.Gateway.Finder;

/// <summary>How far an area's feed is kept.</summary>
/// <param name="Cursor">Where reading goes on.</param>
/// <param name="AsOf">When its end was last read.</param>
/// <param name="Round">Rises when the feed begins anew; cards of an earlier round are gone when its end is read.</param>
internal sealed record KeptFeed(CardCursor Cursor, DateTimeOffset? AsOf, int Round)
{
    public static KeptFeed None { get; } = new(CardCursor.Start, null, 0);
}

/// <summary>A card as it is kept.</summary>
internal sealed record KeptCard(AreaId Area, GroupId Id, int Round, Card Card);

/// <summary>The finder's cards in a file of their own, so that they are there after a restart though their area is not. All of it can be fetched again: a file that cannot be read is thrown away. Not for two threads at once.</summary>
internal sealed partial class CardStore : IDisposable
{
    private const int Version = 1;

    private readonly SqliteConnection connection;

    private CardStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens the file and reads all of it, or makes it anew where it is missing, broken or of another version.</summary>
    public static (CardStore Store, Dictionary<AreaId, KeptFeed> Feeds, IReadOnlyList<KeptCard> Cards) Open(string file, ILogger log)
    {
        try
        {
            return Opened(file);
        }
        catch (Exception fault) when (fault is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } or JsonException or FormatException or InvalidCastException)
        {
            Anew(log, fault.GetType().FullName);
            foreach (var part in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + part);
            return Opened(file);
        }
    }

    private Dictionary<AreaId, KeptFeed> Feeds()
    {
        var feeds = new Dictionary<AreaId, KeptFeed>();
        using var command = Command("SELECT area, feed, after, as_of, round FROM feed");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var cursor = new CardCursor(row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2));
            feeds.Add(new(row.GetString(0)), new(cursor, row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetInt32(4)));
        }
        return feeds;
    }

    private List<KeptCard> Cards()
    {
        var cards = new List<KeptCard>();
        using var command = Command("SELECT area, id, round, card FROM card");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var card = JsonSerializer.Deserialize<Card>(row.GetFieldValue<byte[]>(3), PeerNetJson.Options) ?? throw new JsonException("Not a card.");
            cards.Add(new(new(row.GetString(0)), new(Guid.Parse(row.GetString(1))), row.GetInt32(2), card));
        }
        return cards;
    }

    /// <summary>Keeps what a page changed and how far the feed was read, in one step.</summary>
    public void Keep(AreaId area, KeptFeed feed, IEnumerable<CardChange> put, IEnumerable<GroupId> gone)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var change in put)
        {
            Run("INSERT INTO card (area, id, modified, round, card) VALUES ($area, $id, $modified, $round, $card) ON CONFLICT (area, id) DO UPDATE SET modified = excluded.modified, round = excluded.round, card = excluded.card",
                ("$area", area.Value), ("$id", $"{change.Id}"), ("$modified", change.Modified), ("$round", feed.Round), ("$card", JsonSerializer.SerializeToUtf8Bytes(change.Data, PeerNetJson.Options)));
        }
        foreach (var id in gone) Run("DELETE FROM card WHERE area = $area AND id = $id", ("$area", area.Value), ("$id", $"{id}"));
        Run("INSERT INTO feed (area, feed, after, as_of, round) VALUES ($area, $feed, $after, $asOf, $round) ON CONFLICT (area) DO UPDATE SET feed = excluded.feed, after = excluded.after, as_of = excluded.as_of, round = excluded.round",
            ("$area", area.Value), ("$feed", feed.Cursor.Feed ?? (object)DBNull.Value), ("$after", feed.Cursor.After), ("$asOf", feed.AsOf?.ToUnixTimeMilliseconds() ?? (object)DBNull.Value), ("$round", feed.Round));
        transaction.Commit();
    }

    /// <summary>Forgets all of an area.</summary>
    public void Forget(AreaId area)
    {
        Run("DELETE FROM card WHERE area = $area", ("$area", area.Value));
        Run("DELETE FROM feed WHERE area = $area", ("$area", area.Value));
    }

    public void Dispose() => connection.Dispose();

    private static (CardStore, Dictionary<AreaId, KeptFeed>, IReadOnlyList<KeptCard>) Opened(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        var store = new CardStore(new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()));
        try
        {
            store.connection.Open();
            store.Prepare();
            return (store, store.Feeds(), store.Cards());
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    // Nothing is lost for good with the power, so commits need not wait for the disk.
    private void Prepare()
    {
        Run("PRAGMA journal_mode = wal");
        Run("PRAGMA synchronous = normal");
        using var version = Command("PRAGMA user_version");
        var stands = (long)version.ExecuteScalar()!;
        if (stands == 0)
        {
            Run("CREATE TABLE feed (area TEXT PRIMARY KEY, feed TEXT, after INTEGER NOT NULL, as_of INTEGER, round INTEGER NOT NULL) WITHOUT ROWID");
            Run("CREATE TABLE card (area TEXT NOT NULL, id TEXT NOT NULL, modified INTEGER NOT NULL, round INTEGER NOT NULL, card BLOB NOT NULL, PRIMARY KEY (area, id))");
            Run($"PRAGMA user_version = {Version}");
        }
        else if (stands != Version) throw new FormatException("Of another version.");
        using var check = Command("PRAGMA quick_check(1)");
        if (check.ExecuteScalar() is not "ok") throw new FormatException("Not whole.");
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
        // Parts of this one file, and never a value that came from outside.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The finder's file could not be read and is made anew: {Type}")]
    private static partial void Anew(ILogger log, string? type);
}
