namespace PeerNet.Local;

/// <summary>Writes files that, except on Windows, only their owner can read.</summary>
internal static class PrivateFile
{
    public static void Write(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }
}
