using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Silo.Paper;

/// <summary>
/// Keeps each key of what is on paper in a file that only its owner can read, in a folder that all silos of the area
/// share. It must be in no backup: a key that is destroyed would come back with it.
/// </summary>
internal sealed class PaperKeyFolder(IOptions<SiloOptions> options) : IPaperKeys
{
    private const int KeyLength = 32;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Even if two areas share a folder by mistake, neither destroys the keys of the other.
    private readonly string? folder = options.Value.PaperKeys is { Length: > 0 } path
        ? Path.Combine(path, options.Value.Area)
        : null;

    public bool AreKept => folder is not null;

    public IEnumerable<Guid> Gatherings
    {
        get
        {
            if (folder is null || !Directory.Exists(folder)) yield break;
            foreach (var path in Directory.EnumerateDirectories(folder))
                if (Guid.TryParse(Path.GetFileName(path), out var gathering)) yield return gathering;
        }
    }

    public async Task<byte[]?> Find(Guid gathering, Guid name)
    {
        if (folder is null || !File.Exists(FileOf(gathering, name))) return null;
        var key = await File.ReadAllBytesAsync(FileOf(gathering, name));
        return key.Length == KeyLength ? key : null;
    }

    public async Task<byte[]?> FindOrMake(Guid gathering, Guid name)
    {
        if (folder is null) return null;
        if (await Find(gathering, name) is { } known) return known;
        CreateFolder(FolderOf(gathering));
        var file = FileOf(gathering, name);
        var unfinished = $"{file}.{Guid.CreateVersion7():N}";
        Write(unfinished);
        try
        {
            // Another silo may have been quicker, and what it made stays.
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
        return await Find(gathering, name);
    }

    public void DestroyAllBut(Guid gathering, IReadOnlySet<Guid> names)
    {
        if (folder is null || !Directory.Exists(FolderOf(gathering))) return;
        foreach (var file in Directory.EnumerateFiles(FolderOf(gathering)))
            if (!Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var name) || !names.Contains(name))
                Destroy(file);
        if (names.Count == 0) Directory.Delete(FolderOf(gathering));
    }

    // Written to the disk before anything lies under it.
    private static void Write(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
        stream.Flush(flushToDisk: true);
    }

    private static void Destroy(string file)
    {
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            stream.Write(new byte[KeyLength]);
            stream.Flush(flushToDisk: true);
        }
        File.Delete(file);
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }

    private string FolderOf(Guid gathering) => Path.Combine(folder!, $"{gathering}");

    private string FileOf(Guid gathering, Guid name) => Path.Combine(FolderOf(gathering), $"{name}.key");
}
