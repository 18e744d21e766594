namespace PeerNet.Local;

/// <summary>The folder where local mode stores everything.</summary>
internal static class DataFolder
{
    private static readonly string[] Ours =
        ["*.db", "*.db-wal", "*.db-shm", "*.pem", "*.silo.log", "*.gateway.log", "network.json"];

    /// <summary>Creates the folder; except on Windows, only its owner can open it.</summary>
    public static void Make(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(
            folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Deletes only what local mode writes there, so that a wrong --data deletes nobody's files.</summary>
    public static void Clear(DirectoryInfo folder)
    {
        if (!folder.Exists) return;
        foreach (var file in Ours.SelectMany(folder.EnumerateFiles)) file.Delete();
        foreach (var key in folder.EnumerateDirectories("*.keys").SelectMany(keys => keys.EnumerateFiles("*.xml")))
            key.Delete();
    }
}
