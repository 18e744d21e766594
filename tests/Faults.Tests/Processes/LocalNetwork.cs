using System.Diagnostics;
using System.Text.Json;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>Local mode as a newcomer starts it, in an empty folder of its own.</summary>
internal sealed class LocalNetwork : IAsyncDisposable
{
    /// <summary>Makes up a month of meetings instead of a year, where a test asks for no more.</summary>
    public const string AMonth = "--days-of-meetings=31";

    private const int MaxPorts = 20;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-local-");
    private readonly int port = Ports.FreeRange(MaxPorts);
    private readonly List<string> options;

    public LocalNetwork(IReadOnlyDictionary<string, string>? settings = null, params string[] options)
    {
        this.options = [.. options];
        Program = new(
            "PeerNet.Local",
            Path.Combine(folder.FullName, "local.log"),
            new($"http://127.0.0.1:{port}"),
            settings ?? new Dictionary<string, string>());
    }

    public Running Program { get; }

    /// <summary>What it said.</summary>
    public string Said => File.ReadAllText(Program.Log);

    /// <summary>The repository, found from where the tests run.</summary>
    public static DirectoryInfo Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "PeerNet.sln"))) folder = folder.Parent!;
            return folder;
        }
    }

    /// <summary>What it keeps.</summary>
    public DirectoryInfo Data => new(Path.Combine(folder.FullName, ".peernet"));

    /// <summary>The path of network.json.</summary>
    public string NetworkFile => Path.Combine(Data.FullName, "network.json");

    /// <summary>Starts it and waits until network.json is written.</summary>
    public async Task<TimeSpan> Start()
    {
        if (File.Exists(NetworkFile)) File.Delete(NetworkFile);
        Run();
        return await Until.True(
            "local mode has written network.json", 120, () => Task.FromResult(File.Exists(NetworkFile)
            || (Program.HasEnded ? throw new InvalidOperationException($"Local mode ended: {Said}") : false)));
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Run() =>
        Program.Start(["--data", Data.FullName, "--port", $"{port}", .. options]);

    /// <summary>Leaves out an option from the next start on.</summary>
    public void Omit(string option) => Assert.True(options.Remove(option));

    /// <summary>The areas of network.json.</summary>
    public IReadOnlyList<JsonElement> Areas() => [
        .. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(NetworkFile)).GetProperty("areas").EnumerateArray()
    ];

    /// <summary>
    /// Runs lines of the README in the folder, and returns what they print; one that fails ends them all.
    /// </summary>
    public async Task<string> Shell(string lines)
    {
        var start = new ProcessStartInfo(
            "bash",
            ["-euo", "pipefail", "-c", lines.Replace("localhost:5101", $"127.0.0.1:{port}", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var errors = bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0, $"{await output}\n{await errors}");
        return await output;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
