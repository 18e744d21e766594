namespace PeerNet.Local;

/// <summary>The folder in which local mode keeps everything.</summary>
internal static class DataFolder
{
    private static readonly string[] Ours = ["*.db", "*.db-wal", "*.db-shm", "*.pem", "*.silo.log", "*.gateway.log", "network.json"];

    /// <summary>Makes the folder, for its owner alone where the system knows owners.</summary>
    public static void Make(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Deletes what local mode writes there and nothing else, so that a wrong --data costs nobody their files.</summary>
    public static void Clear(DirectoryInfo folder)
    {
        if (!folder.Exists) return;
        foreach (var file in Ours.SelectMany(folder.EnumerateFiles)) file.Delete();
    }
}
