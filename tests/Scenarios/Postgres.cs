using System.Diagnostics;

namespace PeerNet.Scenarios;

/// <summary>
/// A PostgreSQL server of this test run alone, started when first asked for. Use it as an assembly fixture.
/// A machine without PostgreSQL skips these tests, unless PEERNET_REQUIRE_ALL=1 says that none may be left out.
/// </summary>
public sealed partial class Postgres : IAsyncDisposable
{
    // Lower ones are the server's own, and the same on every machine.
    private const int FirstOfUsers = 16384;

    private readonly string folder = Directory.CreateTempSubdirectory("peernet-pg-").FullName;
    private readonly SemaphoreSlim starting = new(1);
    private int port;

    /// <summary>Whether there is a PostgreSQL on this machine to start.</summary>
    public static bool IsInstalled => Programs is not null;

    /// <summary>
    /// How the server is set. The tests end processes and connections, not the power: without fsync they only run
    /// faster.
    /// </summary>
    public string Settings { get; init; } = "-c fsync=off";

    /// <summary>An empty database, by its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var server = await Server();
        var name = $"t{Guid.CreateVersion7():N}";
        await Run("createdb", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", name);
        return $"{server};Database={name}";
    }

    /// <summary>The server, by a connection string that names no database.</summary>
    public async Task<string> Server()
    {
        await Start();
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    /// <summary>
    /// Kills every backend in the middle of its work, so that the server recovers from its log as after a crash;
    /// returns when it answers again.
    /// </summary>
    public Task Crash() =>
        Run("pg_ctl", "restart", "-w", "-m", "immediate", "-D", Data, "-l", Path.Combine(folder, "log"));

    /// <summary>Stops it at once, and starts it again when what is done without it is done.</summary>
    public async Task Without(Func<Task> act)
    {
        await Run("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        try
        {
            await act();
        }
        finally
        {
            await Serve(port);
        }
    }

    /// <summary>What the server itself logged.</summary>
    public Task<byte[]> Log() => File.ReadAllBytesAsync(Path.Combine(folder, "log"));

    /// <summary>A database as plain SQL.</summary>
    public async Task<byte[]> Dump(string database)
    {
        var file = Path.Combine(folder, $"{database}.sql");
        await Run("pg_dump", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-f", file, database);
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>Does something in a database by SQL.</summary>
    public Task Do(string database, string sql) =>
        Run("psql", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", sql, database);

    /// <summary>
    /// The files of everybody's databases and of the write-ahead log, with all that is known written to them; by their
    /// paths in the server's folder.
    /// </summary>
    public async Task<IReadOnlyList<(string Path, byte[] Bytes)>> Files()
    {
        await Do("postgres", "CHECKPOINT");
        var databases = Directory.EnumerateDirectories(Path.Combine(Data, "base")).Where(folder =>
            int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture) >= FirstOfUsers);
        return [.. databases.Append(Path.Combine(Data, "pg_wal"))
            .SelectMany(Directory.EnumerateFiles)
            .Select(file => (Path.GetRelativePath(Data, file), File.ReadAllBytes(file)))];
    }

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(folder)) return;
        if (port != 0) await Run("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        starting.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private async Task Start()
    {
        await starting.WaitAsync();
        try
        {
            if (port != 0) return;
            if (Environment.IsPrivilegedProcess) await Execute("chown", "postgres", folder);
            await Run("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
            var free = Ports.Free();
            await Serve(free);
            port = free;
        }
        finally
        {
            starting.Release();
        }
    }

    private Task Serve(int at)
    {
        return Run("pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(folder, "log"),
            "-o", $"-h 127.0.0.1 -p {at} -k {folder} {Settings} -c max_connections=300");
    }

    // The server refuses to run as root, so root lends it the account that came with the package.
    private static Task Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? Execute("runuser", ["-u", "postgres", "--", path, .. arguments])
            : Execute(path, arguments);
    }

    // Output is not captured: the server would inherit the pipe and hold it open.
    private static async Task Execute(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = Path.GetTempPath(), ArgumentList = { "-c", "exec \"$@\" >/dev/null 2>&1", "sh", program }
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(
            $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string? Programs { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(
                path => File.Exists(Path.Combine(path, "initdb")) && File.Exists(Path.Combine(path, "createdb")));
}
