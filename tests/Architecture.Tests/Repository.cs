namespace PeerNet.Architecture.Tests;

/// <summary>The repository as files, for what reflection cannot see.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules", ".peernet"];

    /// <summary>The folder of PeerNet.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>C# and Razor files under any of these folders.</summary>
    public static SourceFile[] Sources(params string[] folders) => [.. folders.SelectMany(folder => Files(folder, ".cs", ".razor"))];

    /// <summary>Files under a folder that end so; none where the folder is not there yet.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings) =>
        Walk(Path.Combine(Root, folder))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Relative(path), File.ReadAllText(path)));

    /// <summary>The names of the folders directly inside a folder.</summary>
    public static string[] Folders(string folder) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? [.. Directory.EnumerateDirectories(Path.Combine(Root, folder)).Select(path => Path.GetFileName(path)).Except(NotOurs).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>A file that must be there.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) =>
        !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PeerNet.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
