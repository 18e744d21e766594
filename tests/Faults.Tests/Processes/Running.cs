using System.Diagnostics;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>Runs one of PeerNet's programs as a process, and stops, hangs or kills it.</summary>
internal sealed class Running(
    IReadOnlyList<string> command,
    string log,
    Uri address,
    IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };

    private Process? process;

    public Running(
        string program,
        string log,
        Uri address,
        IReadOnlyDictionary<string, string> settings) : this([PathOf(program)], log, address, settings)
    {
    }

    /// <summary>Where its output goes; starting again appends.</summary>
    public string Log { get; } = log;

    /// <summary>Where it answers over HTTP.</summary>
    public Uri Address { get; } = address;

    /// <summary>Its process id.</summary>
    public int Id => process!.Id;

    /// <summary>Whether it was started and runs no more.</summary>
    public bool HasEnded => process is { HasExited: true };

    /// <summary>Starts it, with the same settings each time, and so on the same ports.</summary>
    public void Start(params string[] arguments)
    {
        // The shell becomes the program, so the output is in a file from the first line and the process id is the
        // program's.
        var start = new ProcessStartInfo(
            "/bin/sh") { ArgumentList = { "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", Log } };
        foreach (var word in command) start.ArgumentList.Add(word);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Takes over a process started elsewhere.</summary>
    public void Adopt(int id) => process = Process.GetProcessById(id);

    /// <summary>SIGKILL, at once and without a word.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and the exit code once it has ended.</summary>
    public async Task<int> Terminate()
    {
        await Signal("TERM");
        return await Ended();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<int> Ended()
    {
        await process!.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>SIGSTOP: it is there, keeps its ports and says nothing.</summary>
    public Task Hang() => Signal("STOP");

    /// <summary>SIGCONT.</summary>
    public Task GoOn() => Signal("CONT");

    /// <summary>The status returned by an address next to its health endpoint, or 0 if nothing answers.</summary>
    public async Task<int> Health(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, path), TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException
            && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task Ready(int seconds = 60)
    {
        return Until.True($"{command[^1]} is ready", seconds, async () =>
            await Health("/health/ready") == 200 || (process!.HasExited
                ? throw new InvalidOperationException($"{command[^1]} ended with {process.ExitCode}; its log is {Log}")
                : false));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -s {name} {process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>
    /// Where a program of this repository was built: artifacts/bin/&lt;project&gt;/&lt;configuration&gt;, beside this
    /// one.
    /// </summary>
    public static string PathOf(string program)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, program, here.Name, program);
    }
}
