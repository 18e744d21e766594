namespace PeerNet.Local;

/// <summary>Writes files that, except on Windows, only their owner can read.</summary>
internal static class PrivateFile
{
    public static void Write(string file, string text)
    {
        using var writer = new StreamWriter(Open(file, FileMode.Create, FileShare.Read));
        writer.Write(text);
    }

    /// <summary>Opens a file for writing; if it is new, only its owner can read it.</summary>
    public static FileStream Open(string file, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(file, options);
    }
}
