using PeerNet.Local;

namespace PeerNet.Gateway.Tests;

/// <summary>The database of an area, with what SQLite has not yet written into its main file.</summary>
internal static class StoredBytes
{
    public static byte[] Of(LocalArea at)
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(at.Database)!, $"{at.Area}.db*"))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal)) continue;
            using var open =
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            open.CopyTo(all);
        }
        return all.ToArray();
    }
}
