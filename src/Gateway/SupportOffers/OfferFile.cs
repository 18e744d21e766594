using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>
/// The cards of offers in a file beside the finder's, so that they survive a restart while their area is down. All of
/// it can be fetched again, so a file that cannot be read counts as empty.
/// </summary>
internal sealed class OfferFile(string path)
{
    private readonly Lock writing = new();

    /// <summary>What is in the file.</summary>
    public ImmutableArray<StoredOffers> Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<ImmutableArray<StoredOffers>?>(file, PeerNetJson.Options) ?? [];
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return [];
        }
    }

    /// <summary>Replaces the file as a whole, so that a crash leaves the old one or the new one.</summary>
    public void Write(IEnumerable<StoredOffers> areas)
    {
        lock (writing)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            var next = $"{path}.new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(next, options))
                JsonSerializer.Serialize<ImmutableArray<StoredOffers>>(file, [.. areas], PeerNetJson.Options);
            File.Move(next, path, overwrite: true);
        }
    }
}

/// <summary>The offers of one area, and how far its feed has been read.</summary>
internal sealed record StoredOffers(
    AreaId Area, CardCursor Cursor, int Generation, DateTimeOffset? AsOf, ImmutableArray<StoredOffer> Cards);

/// <summary>A card, and the generation of the feed that it is from.</summary>
internal sealed record StoredOffer(OfferCard Card, int Generation);
