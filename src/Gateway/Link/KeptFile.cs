using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The cards of one kind in a file beside the finder's, so that they survive a restart while their area is down. All of
/// it can be fetched again: a file that cannot be read counts as empty, and one that cannot be written stops nothing.
/// </summary>
internal sealed partial class KeptFile<TCard>(string path, ILogger log) where TCard : class, ISharedCard
{
    // A card with what an older version did not know was skipped then, and is read again by a newer one.
    private static readonly int Version = Accepts.Here.WireVersion;

    private readonly Lock writing = new();
    private bool isFailing;

    /// <summary>What is in the file.</summary>
    public ImmutableArray<StoredCards<TCard>> Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            var stored = JsonSerializer.Deserialize<StoredFeed<TCard>>(file, PeerNetJson.Options);
            return stored is { Areas.IsDefault: false } && stored.Version == Version ? stored.Areas : [];
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception unreadable) when (IsOfDisk(unreadable) || unreadable is JsonException)
        {
            CannotRead(path, unreadable.GetType().FullName);
            return [];
        }
    }

    /// <summary>Replaces the file as a whole, so that a crash leaves the old one or the new one.</summary>
    public void Write(IEnumerable<StoredCards<TCard>> areas)
    {
        lock (writing)
        {
            try
            {
                Replace(new(Version, [.. areas]));
                isFailing = false;
            }
            catch (Exception unwritable) when (IsOfDisk(unwritable))
            {
                if (!isFailing) CannotKeep(path, unwritable.GetType().FullName);
                isFailing = true;
            }
        }
    }

    private void Replace(StoredFeed<TCard> stored)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var next = $"{path}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(next, options)) JsonSerializer.Serialize(file, stored, PeerNetJson.Options);
        File.Move(next, path, overwrite: true);
    }

    private static bool IsOfDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;

    [LoggerMessage(
        2113, LogLevel.Warning, "Cannot read the cards in {File}, so they are fetched from their areas again: {Type}")]
    private partial void CannotRead(string file, string? type);

    [LoggerMessage(2114, LogLevel.Warning, "Cannot keep cards in {File}: {Type}")]
    private partial void CannotKeep(string file, string? type);
}

/// <summary>What a file has: the cards of each area, as a version of the wire has them.</summary>
internal sealed record StoredFeed<TCard>(int Version, ImmutableArray<StoredCards<TCard>> Areas)
    where TCard : class, ISharedCard;

/// <summary>The cards of one area, and how far its feed has been read.</summary>
internal sealed record StoredCards<TCard>(
    AreaId Area, CardCursor Cursor, int Generation, DateTimeOffset? AsOf, ImmutableArray<KeptCard<TCard>> Cards)
    where TCard : class, ISharedCard;

/// <summary>A card, and the generation of the feed that it is from.</summary>
internal sealed record KeptCard<TCard>(TCard Card, int Generation) where TCard : class, ISharedCard
{
    /// <summary>How large it is as JSON.</summary>
    [JsonIgnore]
    public int Bytes { get; } = JsonSerializer.SerializeToUtf8Bytes(Card, PeerNetJson.Options).Length;
}
