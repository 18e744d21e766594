using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PeerNet.Local;
using PeerNet.Locality.Tests.Story;
using PeerNet.Scenarios;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// The three areas as they run, each in a folder of its own, with the tap between their Gateways; and the evidence of
/// what each could see or keep.
/// </summary>
internal sealed class RunningNetwork : IAsyncDisposable
{
    // PostgreSQL compresses long values, so words in them could not be found.
    private const string Unpacked =
        "ALTER TABLE orleansstorage ALTER payloadbinary SET STORAGE EXTERNAL, ALTER doc SET STORAGE EXTERNAL";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-locality-");
    private readonly Dictionary<string, Hearing> logs = Names.ToDictionary(name => name, _ => new Hearing());
    private readonly IReadOnlyDictionary<string, (Postgres Server, PostgresServer Databases)>? servers;
    private readonly Collector collector;
    private readonly int heardBefore;
    private readonly List<IRunningArea> running;

    private RunningNetwork(
        Collector collector,
        IReadOnlyDictionary<string, (Postgres Server, PostgresServer Databases)>? servers,
        Action<string, WebApplicationBuilder>? also,
        bool tapped = true)
    {
        this.collector = collector;
        heardBefore = collector.Count;
        this.servers = servers;
        var first = Ports.FreeRange(AreaPorts.Span + 1 + Tap.PortsOf(Names.Count));
        Areas = [.. Names.Select((name, place) => Place(name, AreaPorts.Of(first, place)))];
        Tap = new(Areas, first + AreaPorts.Span + 1);
        Doors = Areas.ToDictionary(area => area.Area.Value, area => new Door(area.Area.Value, area.Url));
        running = [.. Areas.Select(area => Run(area, [.. Areas.Where(other => other != area).Select(
            other => tapped ? Tap.SeenFrom(area, other, (at, ports) => Place(at.Area.Value, ports)) : other)], also))];
    }

    /// <summary>The areas.</summary>
    public static IReadOnlyList<string> Names { get; } = ["brighton-and-hove", "east-sussex", "west-sussex"];

    public IReadOnlyList<LocalArea> Areas { get; }

    public Tap Tap { get; }

    /// <summary>Each area's public door.</summary>
    public IReadOnlyDictionary<string, Door> Doors { get; }

    public bool InOneProcess => servers is null;

    public IReadOnlyList<IRunningArea> Running => running;

    /// <summary>What each area logged, when all are in one process.</summary>
    public IReadOnlyDictionary<string, Hearing> Logs => logs;

    /// <summary>All in this process, on SQLite; the last argument is what a test adds to an area.</summary>
    public static RunningNetwork Here(Collector collector, Action<string, WebApplicationBuilder>? also = null) =>
        new(collector, null, also);

    /// <summary>The same without the tap, so that each Gateway sees the other's own certificate.</summary>
    public static RunningNetwork Untapped(Collector collector, Action<string, WebApplicationBuilder> also) =>
        new(collector, null, also, tapped: false);

    /// <summary>A silo, a Gateway and a database server each.</summary>
    public static async Task<RunningNetwork> InProcesses(Collector collector)
    {
        var servers = new Dictionary<string, (Postgres, PostgresServer)>();
        foreach (var name in Names)
        {
            var server = new Postgres();
            var databases = new PostgresServer(await server.Server());
            await databases.Prepare([name], fresh: true, TestContext.Current.CancellationToken);
            servers.Add(name, (server, databases));
        }
        return new(collector, servers, null);
    }

    /// <summary>Starts all of it and waits until it serves.</summary>
    public async Task<RunningNetwork> Start()
    {
        await Tap.Start();
        await Task.WhenAll(running.Select(area => area.Start(TestContext.Current.CancellationToken)));
        foreach (var area in Areas)
            await (servers?[area.Area.Value].Server.Do(area.Database, Unpacked) ?? Task.CompletedTask);
        return this;
    }

    /// <summary>An area.</summary>
    public LocalArea At(string area) => Areas.Single(one => one.Area.Value == area);

    /// <summary>Does some work as a client of an area's silo.</summary>
    public Task<T> AsClient<T>(string area, Func<IGrainFactory, Task<T>> work)
    {
        return running.Single(one => one.At.Area.Value == area)
            .AsClient(work, TestContext.Current.CancellationToken);
    }

    /// <summary>Creates a token.</summary>
    public string TokenFor(Actor actor)
    {
        return At(actor.Area).Tokens
            .For(actor.Id, actor.Role == "coordinator" ? actor.Role : null, TimeProvider.System.GetUtcNow());
    }

    /// <summary>
    /// Everything that anybody could see or keep: files and their names, rows, logs, telemetry, answers, and what
    /// passed between Gateways.
    /// </summary>
    public async Task<IReadOnlyList<Piece>> Evidence()
    {
        await collector.HearsOnceMore(InOneProcess ? 1 : 2 * running.Count);
        return
        [
            .. await OfProcesses(),
            .. Areas.SelectMany(FilesOf),
            .. logs.SelectMany(
                log => log.Value.Lines.Select(
                    line => new Piece(log.Key, "log", Encoding.UTF8.GetBytes(line), ForOperators: true))),
            .. collector.Pieces(heardBefore, Names, InOneProcess),
            .. Doors.Values.SelectMany(door => door.Pieces()),
            .. Tap.Heard.SelectMany(exchange => exchange.Pieces()),
        ];
    }

    /// <summary>
    /// What is in the memory of areas that have processes of their own, read as it is asked for: all of it at once
    /// would be gigabytes.
    /// </summary>
    public IEnumerable<Piece> MemoryOfProcesses()
    {
        if (InOneProcess) return [];
        return from area in running
               from program in area.Programs
               from part in Memory.Of(program.ProcessId)
               select new Piece(
                   area.At.Area.Value,
                   $"memory of its {program.Name} at {part.Range}",
                   part.Bytes,
                   Packed: false,
                   InMemory: true);
    }

    /// <summary>The SQLite files of an area.</summary>
    public IEnumerable<string> DatabasesOf(string area) =>
        Directory.EnumerateFiles(FolderOf(area), "*.db", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Where an area keeps everything.</summary>
    public string FolderOf(string area) => Path.Combine(folder.FullName, area);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Select(area => area.DisposeAsync().AsTask()));
        await Tap.DisposeAsync();
        foreach (var door in Doors.Values) door.Dispose();
        foreach (var (server, _) in servers?.Values ?? []) await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private IEnumerable<Piece> FilesOf(LocalArea area)
    {
        var name = area.Area.Value;
        var root = FolderOf(area.Area.Value);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file);
            // The silo holds its lock, which is empty, so that no second silo stores into its database.
            if (path.EndsWith(".lock", StringComparison.Ordinal) && new FileInfo(file).Length == 0) continue;
            using var open =
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            yield return new(name, $"name of file {path}", Encoding.UTF8.GetBytes(path));
            yield return new(
                name, $"file {path}", bytes.ToArray(), ForOperators: path.EndsWith(".log", StringComparison.Ordinal));
        }
        foreach (var file in DatabasesOf(name))
        {
            foreach (var table in SqliteRows.Of(file).GroupBy(row => row.Table))
                yield return new(
                    name,
                    $"rows of {table.Key} in {Path.GetFileName(file)}",
                    Encoding.UTF8.GetBytes(string.Join('\n', table.Select(row => row.Row))));
        }
    }

    private async Task<IReadOnlyList<Piece>> OfProcesses()
    {
        if (servers is null) return [];
        var pieces = new List<Piece>();
        foreach (var area in running)
        {
            var name = area.At.Area.Value;
            var server = servers[area.At.Area.Value].Server;
            pieces.Add(new(name, "its database server's log", await server.Log(), ForOperators: true));
            pieces.Add(new(name, "dump of its database", await server.Dump(area.At.Database)));
            pieces.AddRange((await server.Files()).Select(file => new Piece(name, file.Path, file.Bytes)));
            foreach (var program in area.Programs)
            {
                foreach (var file in (string[])["environ", "cmdline"])
                    pieces.Add(new(
                        name,
                        $"{file} of its {program.Name}",
                        await File.ReadAllBytesAsync($"/proc/{program.ProcessId}/{file}"),
                        ForOperators: true));
            }
        }
        return pieces;
    }

    private LocalArea Place(string name, AreaPorts ports)
    {
        return new(name, name, ports, Directory.CreateDirectory(FolderOf(name)), servers?[name].Databases)
        {
            WelcomesNewGroups = false,
            FiguresInterval = TimeSpan.FromSeconds(0.3),
            // On a busy machine a statement may wait for long, which would be logged in one world and not in another.
            DatabaseTimeout = InOneProcess ? TimeSpan.FromMinutes(1) : null,
            TelemetryTo = InOneProcess && name != Names[0] ? "" : null,
        };
    }

    private IRunningArea Run(
        LocalArea area, IReadOnlyList<LocalArea> neighbours, Action<string, WebApplicationBuilder>? also)
    {
        return !InOneProcess ? new AreaProcesses(area, neighbours) : new Cell(area, neighbours, builder =>
        {
            builder.Configuration["PeerNet:Link:PullInterval"] = "00:00:00.3";
            // The framework's limiters have timers that hold a host, and all that it knows, for ever.
            builder.Configuration["PeerNet:Limits:Enabled"] = "false";
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(logs[area.Area.Value]);
            builder.Logging.SetMinimumLevel(LogLevel.Information);
            also?.Invoke(area.Area.Value, builder);
        });
    }
}
