using System.Diagnostics;
using PeerNet.Bench.Baseline;
using PeerNet.Bench.Reading;
using PeerNet.Scenarios;

namespace PeerNet.Bench.Servers;

/// <summary>A server in a process of its own, which ends with this one.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The first argument of a process that is a server.</summary>
    public const string Word = "serve";

    private const string Ready = "ready";

    private readonly Process process;

    private ServerProcess(Process process, string url)
    {
        this.process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one and waits until it answers.</summary>
    public static async Task<ServerProcess> Start(string which, string database, string publicKey)
    {
        var url = $"http://127.0.0.1:{Ports.Free()}";
        var self = Environment.ProcessPath!;
        string[] host =
            Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(ServerProcess).Assembly.Location] : [];
        var process = Process.Start(new ProcessStartInfo(self, [.. host, Word, which, url, database, publicKey])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true
        })!;
        var server = new ServerProcess(process, url);
        if (await server.Said(Ready))
        {
            // Print its remaining output on the console.
            _ = server.Said(word: null);
            return server;
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"{which} did not start.");
    }

    /// <summary>Runs as a server until its input ends, which happens when its parent process exits.</summary>
    public static async Task<int> Serve(string which, string[] arguments)
    {
        if (arguments is not [var url, var database, var publicKey]) return 1;
        await using var app = which switch
        {
            "peernet" => PeerNetServer.Build(url, database, publicKey),
            "plain-reads" => PlainReads.Build(url, database, publicKey),
            _ => await BaselineApp.Build(url, database, publicKey),
        };
        await app.StartAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Copies its output until it prints the word. Returns false if its output ends first.</summary>
    private async Task<bool> Said(string? word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == word) return true;
            Console.WriteLine(line);
        }
        return false;
    }
}
