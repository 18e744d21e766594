namespace PeerNet.Architecture.Tests;

/// <summary>The files of the repository, for rules that reflection cannot check.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = [".git", "artifacts", "bin", "obj", "node_modules", ".peernet"];

    /// <summary>The folder of PeerNet.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The C# and Razor files in these folders.</summary>
    public static SourceFile[] Sources(
        params string[] folders) => [.. folders.SelectMany(folder => Files(folder, ".cs", ".razor"))];

    /// <summary>The files in a folder with these endings; none if the folder does not exist.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings)
    {
        return Walk(Path.Combine(Root, folder))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Relative(path), File.ReadAllText(path)));
    }

    /// <summary>The names of the folders directly in a folder.</summary>
    public static string[] Folders(string folder)
    {
        return Directory.Exists(Path.Combine(Root, folder))
            ? [.. Directory.EnumerateDirectories(Path.Combine(Root, folder))
                .Select(path => Path.GetFileName(path))
                .Except(Ignored)
                .Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The text of a file that must exist.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        return !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(inner => !Ignored.Contains(Path.GetFileName(inner)))
                .SelectMany(Walk));
    }

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PeerNet.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests must run inside the repository.");
    }
}
