using System.Text.Json;
using Microsoft.Data.Sqlite;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using SQLitePCL;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>The finder's cards in a file of their own, so that they survive a restart while their area is down. All of
/// it can be fetched again, so a file that cannot be read is deleted. Not safe for two threads at once.</summary>
internal sealed partial class CardStore : IDisposable
{
    private const int Version = 2;

    private readonly SqliteConnection connection;

    private CardStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens the file and reads all of it; creates it again when it is missing, damaged or of another
    /// version.</summary>
    public static OpenedCardStore Open(string file, ILogger log)
    {
        try
        {
            return OpenFile(file);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            LogRecreated(log, fault.GetType().FullName);
            foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + suffix);
            return OpenFile(file);
        }
    }

    /// <summary>Stores what a page changed and how far the feed has been read, in one transaction.</summary>
    public void Save(AreaId area, FeedPosition position, IEnumerable<CardChange> put, IEnumerable<GroupId> deleted)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var change in put)
        {
            var card = JsonSerializer.SerializeToUtf8Bytes(change.Data, PeerNetJson.Options);
            Run(
                UpsertCard, ("$area", area.Value), ("$id", $"{change.Id}"), ("$modified", change.Modified),
                ("$generation", position.Generation), ("$card", card));
        }
        foreach (var id in deleted) Run(DeleteCard, ("$area", area.Value), ("$id", $"{id}"));
        object feed = position.Cursor.Feed ?? (object)DBNull.Value;
        object asOf = position.AsOf?.ToUnixTimeMilliseconds() ?? (object)DBNull.Value;
        Run(
            UpsertFeed, ("$area", area.Value), ("$feed", feed), ("$after", position.Cursor.After), ("$asOf", asOf),
            ("$generation", position.Generation));
        transaction.Commit();
    }

    /// <summary>
    /// One card, or null. Unlike the rest, safe beside another thread: it reads with a connection of its own.
    /// </summary>
    public Card? Find(AreaId area, GroupId group)
    {
        var source = new SqliteConnectionStringBuilder(connection.ConnectionString)
        {
            Mode = SqliteOpenMode.ReadOnly, Pooling = true
        };
        using var reading = new SqliteConnection(source.ToString());
        reading.Open();
        using var command = reading.CreateCommand();
        command.CommandText = "SELECT card FROM card WHERE area = $area AND id = $id";
        command.Parameters.AddWithValue("$area", area.Value);
        command.Parameters.AddWithValue("$id", $"{group}");
        return command.ExecuteScalar() is byte[] card
            ? JsonSerializer.Deserialize<Card>(card, PeerNetJson.Options)
            : null;
    }

    /// <summary>Deletes everything of an area.</summary>
    public void Delete(AreaId area)
    {
        Run("DELETE FROM card WHERE area = $area", ("$area", area.Value));
        Run("DELETE FROM feed WHERE area = $area", ("$area", area.Value));
    }

    public void Dispose() => connection.Dispose();

    private static bool IsDamage(Exception fault)
    {
        return fault is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB }
            or JsonException or FormatException or InvalidCastException;
    }

    private static OpenedCardStore OpenFile(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        CreateForOwner(file);
        var source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        var store = new CardStore(new(source.ToString()));
        try
        {
            store.connection.Open();
            store.Prepare();
            return new(store, store.ReadFeeds(), store.ReadCards());
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    // SQLite gives its log the rights of its file.
    private static void CreateForOwner(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
    }

    private Dictionary<AreaId, FeedPosition> ReadFeeds()
    {
        var feeds = new Dictionary<AreaId, FeedPosition>();
        using var command = Command("SELECT area, feed, after, as_of, generation FROM feed");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var cursor = new CardCursor(row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2));
            DateTimeOffset? asOf = row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3));
            feeds.Add(new(row.GetString(0)), new(cursor, asOf, row.GetInt32(4)));
        }
        return feeds;
    }

    private List<StoredCard> ReadCards()
    {
        var cards = new List<StoredCard>();
        using var command = Command("SELECT area, id, generation, card FROM card");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var card = JsonSerializer.Deserialize<Card>(row.GetFieldValue<byte[]>(3), PeerNetJson.Options);
            if (card is null) throw new JsonException("Not a card.");
            cards.Add(new(new(row.GetString(0)), new(Guid.Parse(row.GetString(1))), row.GetInt32(2), card));
        }
        return cards;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recreated the finder's file, which could not be read: {Type}")]
    private static partial void LogRecreated(ILogger log, string? type);
}
