using System.Diagnostics;

namespace PeerNet.Local;

/// <summary>A PeerNet program that runs as a child of this process.</summary>
internal sealed class Child(string title, string name, ProgramStart how) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    // Longer than the program's own shutdown timeout.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    private static readonly HttpClient Http =
        new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(3) };

    private readonly Process process = new() { StartInfo = StartInfo(how) };
    private TextWriter? log;
    private Task watching = Task.CompletedTask;
    private volatile bool expected;

    public RunningProgram Running => new(name, process.Id, how);

    public void Start()
    {
        // Shared, so that a script that restarts the program can write there too.
        log = TextWriter.Synchronized(new StreamWriter(
            PrivateFile.Open(how.Log, FileMode.Append, FileShare.ReadWrite)) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    /// <summary>Waits until the program is ready, and from then on reports if it ends.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or was not ready in time.</exception>
    public async Task Ready(CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await Serves(cancel))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{title} ended with exit code {process.ExitCode}. See {how.Log}.");
            if (TimeProvider.System.GetElapsedTime(since) > StartTimeout) throw new InvalidOperationException(
                $"{title} was not ready within {StartTimeout.TotalSeconds:0} s. See {how.Log}.");
            await rounds.WaitForNextTickAsync(cancel);
        }
        watching = Watch(cancel);
    }

    /// <summary>Waits for the program to end, and kills it if it takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        expected = true;
        if (log is not null)
        {
            using var timeout = new CancellationTokenSource(ShutdownTimeout);
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            await watching;
            await log.DisposeAsync();
        }
        process.Dispose();
    }

    // A stream ends with a null line.
    private void Say(string? line)
    {
        if (line is not null) log!.WriteLine(line);
    }

    private async Task Watch(CancellationToken cancel)
    {
        await process.WaitForExitAsync(CancellationToken.None);
        if (!expected && !cancel.IsCancellationRequested)
            Console.Error.WriteLine(
                $"{title} (process {process.Id}) ended with exit code {process.ExitCode}. network.json has the "
                    + "command to start it again.");
    }

    private async Task<bool> Serves(CancellationToken cancel)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"{how.Url}/health/ready"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            // A connection can be refused at the very moment of a stop, which is no fault.
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(ProgramStart how)
    {
        var start = new ProcessStartInfo(how.Command[0], how.Command.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true
        };
        foreach (var (key, value) in how.Settings) start.Environment[key] = value;
        return start;
    }
}
