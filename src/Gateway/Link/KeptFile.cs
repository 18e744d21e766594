using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The cards of one kind in a file beside the finder's, so that they survive a restart while their area is down. All of
/// it can be fetched again, so a file that cannot be read counts as empty.
/// </summary>
internal sealed class KeptFile<TCard>(string path) where TCard : class, ISharedCard
{
    private readonly Lock writing = new();

    /// <summary>What is in the file.</summary>
    public ImmutableArray<StoredCards<TCard>> Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<ImmutableArray<StoredCards<TCard>>?>(file, PeerNetJson.Options) ?? [];
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return [];
        }
    }

    /// <summary>Replaces the file as a whole, so that a crash leaves the old one or the new one.</summary>
    public void Write(IEnumerable<StoredCards<TCard>> areas)
    {
        lock (writing)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            var next = $"{path}.new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(next, options))
                JsonSerializer.Serialize<ImmutableArray<StoredCards<TCard>>>(file, [.. areas], PeerNetJson.Options);
            File.Move(next, path, overwrite: true);
        }
    }
}

/// <summary>The cards of one area, and how far its feed has been read.</summary>
internal sealed record StoredCards<TCard>(
    AreaId Area, CardCursor Cursor, int Generation, DateTimeOffset? AsOf, ImmutableArray<KeptCard<TCard>> Cards)
    where TCard : class, ISharedCard;

/// <summary>A card, and the generation of the feed that it is from.</summary>
internal sealed record KeptCard<TCard>(TCard Card, int Generation) where TCard : class, ISharedCard;
