using System.Text.Json;

namespace PeerNet.Local;

/// <summary>The folder where local mode stores everything.</summary>
internal static class DataFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Ours =
    [
        "*.db", "*.db-wal", "*.db-shm", "*.db.lock", "*.cards.db.*.json", "*.cards.db.*.json.new", "*.pem",
        "*.silo.log", "*.gateway.log", "network.json", "network.json.new", "network.sh", "network.sh.new",
    ];

    private static readonly (string Folder, string Files)[] Inside =
        [("*.keys", "*.xml"), ("*.keys", "*.xml.new"), ("*.mail", "*.eml"), ("*.paper", "*.key")];

    /// <summary>
    /// Creates the folder. Except on Windows, only its owner can open it and what local mode has written there, even if
    /// that was different before.
    /// </summary>
    public static void Make(DirectoryInfo folder)
    {
        folder.Create();
        if (OperatingSystem.IsWindows()) return;
        folder.UnixFileMode = Owner | UnixFileMode.UserExecute;
        foreach (var file in Written(folder)) file.UnixFileMode = Owner;
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
        foreach (var file in Written(folder).ToList()) file.Delete();
    }

    private static IEnumerable<FileInfo> Written(DirectoryInfo folder)
    {
        return Ours.SelectMany(folder.EnumerateFiles).Concat(
            from inside in Inside
            from inner in folder.EnumerateDirectories(inside.Folder)
            from file in inner.EnumerateFiles(inside.Files, SearchOption.AllDirectories)
            select file);
    }
}
