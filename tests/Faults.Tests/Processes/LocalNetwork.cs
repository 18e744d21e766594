using System.Diagnostics;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>Local mode as a newcomer starts it, in an empty folder.</summary>
internal sealed class LocalNetwork : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-local-");
    private readonly int port = Ports.Free();

    public LocalNetwork(IReadOnlyDictionary<string, string>? settings = null) =>
        Program = new("PeerNet.Local", Path.Combine(folder.FullName, "local.log"), new($"http://127.0.0.1:{port}"), settings ?? new Dictionary<string, string>());

    public Running Program { get; }

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

    /// <summary>Starts it and waits until it has told who is who.</summary>
    public async Task<TimeSpan> Start()
    {
        var told = Path.Combine(folder.FullName, ".peernet", "network.json");
        if (File.Exists(told)) File.Delete(told);
        Program.Start("--data", Path.GetDirectoryName(told)!, "--port", $"{port}");
        return await Until.True("local mode has written network.json", 120, () => Task.FromResult(File.Exists(told)));
    }

    /// <summary>Runs lines of the README in the folder, and returns what they print; one that fails ends them all.</summary>
    public async Task<string> Shell(string lines)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", lines.Replace("localhost:5101", $"127.0.0.1:{port}", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
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
