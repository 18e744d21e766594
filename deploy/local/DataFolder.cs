using System.Text.Json;

namespace PeerNet.Local;

/// <summary>The folder where local mode stores everything.</summary>
internal static class DataFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Ours =
        ["*.db", "*.db-wal", "*.db-shm", "*.db.lock", "*.pem", "*.silo.log", "*.gateway.log", "network.json"];

    /// <summary>
    /// Creates the folder. Except on Windows, only its owner can open it and what local mode has written there, even if
    /// that was different before.
    /// </summary>
    public static void Make(DirectoryInfo folder)
    {
        folder.Create();
        if (OperatingSystem.IsWindows()) return;
        folder.UnixFileMode = Owner | UnixFileMode.UserExecute;
        foreach (var file in Ours.SelectMany(folder.EnumerateFiles)) file.UnixFileMode = Owner;
    }

    /// <summary>
    /// Whether a network has run here with that database. If the database is missing all the same, it is lost, and must
    /// not be replaced by an empty one.
    /// </summary>
    public static bool Remembers(DirectoryInfo folder, string database)
    {
        var file = Path.Combine(folder.FullName, "network.json");
        if (!File.Exists(file)) return false;
        using var network = JsonDocument.Parse(File.ReadAllText(file));
        return network.RootElement.GetProperty("areas").EnumerateArray()
            .Any(area => area.GetProperty("database").GetString() == database);
    }

    /// <summary>Deletes only what local mode writes there, so that a wrong --data deletes nobody's files.</summary>
    public static void Clear(DirectoryInfo folder)
    {
        if (!folder.Exists) return;
        foreach (var file in Ours.SelectMany(folder.EnumerateFiles)) file.Delete();
        foreach (var key in folder.EnumerateDirectories("*.keys").SelectMany(keys => keys.EnumerateFiles("*.xml")))
            key.Delete();
        foreach (var mail in folder.EnumerateDirectories("*.mail").SelectMany(mails => mails.EnumerateFiles("*.eml")))
            mail.Delete();
    }
}
