using PeerNet.Contracts.Members;
using PeerNet.Local;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// One area as in production: its silos, Gateway and database, each a separate process or file on loopback.
/// </summary>
internal sealed class AreaUnderTest : IAsyncDisposable
{
    public const string Area = "east-sussex";

    /// <summary>Promised are 10 s, on a machine that does nothing else; what hangs, hangs for 30.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-faults-");
    private readonly LocalTokens tokens;
    private readonly HttpClient http =
        new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(30) };

    private AreaUnderTest(string kind, string? connection, int silos)
    {
        tokens = new(Area, folder);
        DatabaseFile = Path.Combine(folder.FullName, "area.db");
        Mail = new(Path.Combine(folder.FullName, "mail"));
        PaperKeys = new(Path.Combine(folder.FullName, "paper"));
        connection ??= $"Data Source={DatabaseFile}";
        Connection = connection;
        var places = Enumerable.Range(0, silos)
            .Select(place => (Place: place, Silo: Ports.Free(), Gateway: Ports.Free()))
            .ToList();
        Silos = [.. places.Select(at => Program("PeerNet.Silo", $"silo{at.Place}", new(Silo(kind, connection))
        {
            ["PeerNet__SiloPort"] = $"{at.Silo}",
            ["PeerNet__GatewayPort"] = $"{at.Gateway}",
        }, Url()))];
        Command = Program("PeerNet.Silo", "command", Silo(kind, connection), Url());
        OrleansPorts = [.. places.SelectMany(at => (int[])[at.Silo, at.Gateway])];
        Address = Url();
        var settings = new Dictionary<string, string>
        {
            ["PeerNet__Area"] = Area,
            ["PeerNet__Tokens__Issuer"] = LocalTokens.Issuer,
            ["PeerNet__Limits__Enabled"] = "false",
            ["PeerNet__Tokens__PublicKeyFile"] = tokens.PublicKeyFile,
        };
        foreach (var at in places)
        {
            settings[$"PeerNet__Silos__{at.Place}"] = $"127.0.0.1:{at.Gateway}";
            settings[$"PeerNet__SiloHealth__{at.Place}"] = $"{Silos[at.Place].Address}health/ready";
        }
        Gateway = Program("PeerNet.Gateway", "gateway", settings, Address);
        Coordinator = As(new(Guid.CreateVersion7()), "coordinator");
    }

    /// <summary>The silos, in the order of their ports.</summary>
    public IReadOnlyList<Running> Silos { get; }

    /// <summary>For commands of the silo's program, such as a recount, with its settings but for the ports.</summary>
    public Running Command { get; }

    /// <summary>The database, if it is SQLite.</summary>
    public string DatabaseFile { get; }

    /// <summary>How silos reach the database.</summary>
    public string Connection { get; }

    /// <summary>The folder in which silos keep the keys of what is on paper.</summary>
    public DirectoryInfo PaperKeys { get; }

    /// <summary>The folder to which silos send mail.</summary>
    public DirectoryInfo Mail { get; }

    /// <summary>The ports on which silos speak to each other and to the Gateway.</summary>
    public IReadOnlyList<int> OrleansPorts { get; }

    /// <summary>The Gateway.</summary>
    public Running Gateway { get; }

    /// <summary>Where the Gateway listens.</summary>
    public Uri Address { get; }

    /// <summary>The area's coordinator.</summary>
    public Sender Coordinator { get; }

    /// <summary>A client that is not signed in.</summary>
    public Sender Visitor => new(http, Address, null, Tally);

    /// <summary>What became of all requests.</summary>
    public Tally Tally { get; } = new();

    /// <summary>A member who sends requests.</summary>
    public Sender As(MemberId member, string? role = null) =>
        new(http, Address, tokens.For(member, role, TimeProvider.System.GetUtcNow()), Tally);

    /// <summary>One silo on a SQLite file; nothing runs yet.</summary>
    public static AreaUnderTest OnSqlite() => new("sqlite", null, 1);

    /// <summary>Silos on a fresh PostgreSQL database; nothing runs yet.</summary>
    public static async Task<AreaUnderTest> OnPostgresql(Postgres server, int silos = 3) =>
        new("postgresql", await server.CreateDatabase(), silos);

    /// <summary>Connects to the first silo.</summary>
    public Task<SiloClient> Connect() => SiloClient.Connect(Area, OrleansPorts[1]);

    /// <summary>Starts everything and waits until the Gateway serves.</summary>
    public async Task<AreaUnderTest> Start()
    {
        foreach (var silo in Silos) silo.Start();
        Gateway.Start();
        await Task.WhenAll(Silos.Append(Gateway).Select(one => one.Ready()));
        return this;
    }

    /// <summary>Demands that everything is answered at once with 503, while the Gateway itself is healthy.</summary>
    public async Task IsUnreachable(TimeSpan within)
    {
        foreach (var path in (string[])[
            "/api/v1/area",
            $"/api/v1/groups/{Guid.CreateVersion7()}",
            $"/api/v1/groups/{Guid.CreateVersion7()}/meetings"
        ])
        {
            var answer = await Visitor.Once(HttpMethod.Get, path);
            Assert.Equal(503, answer.Status);
            Assert.NotNull(answer.RetryAfter);
            Assert.Contains("\"code\":\"area.unreachable\"", answer.Body, StringComparison.Ordinal);
            Assert.InRange(answer.Took, TimeSpan.Zero, within);
        }
        Assert.Equal(200, await Gateway.Health("/health/live"));
        Assert.Equal(503, await Gateway.Health("/health/ready"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Silos.Append(Gateway).Append(Command)) await one.DisposeAsync();
        http.Dispose();
        if (TestContext.Current.TestState?.Result == TestResult.Failed || !Finished) Show();
        folder.Delete(recursive: true);
    }

    /// <summary>Set at the end of a test that held; otherwise the logs are shown.</summary>
    public bool Finished { get; set; }

    /// <summary>Writes the end of each log to the output of the test.</summary>
    public void Show()
    {
        foreach (var log in folder.GetFiles("*.log"))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"--- {log.Name}");
            foreach (var line in File.ReadLines(log.FullName).TakeLast(80))
                TestContext.Current.TestOutputHelper?.WriteLine(line);
        }
    }

    private Running Program(string program, string name, Dictionary<string, string> settings, Uri url)
    {
        return new(program, Path.Combine(folder.FullName, $"{name}.log"), url, new Dictionary<string, string>(
            SharedMachine.Settings.Concat(settings)) { ["ASPNETCORE_URLS"] = url.ToString() });
    }

    private Dictionary<string, string> Silo(string kind, string connection) => new()
    {
        ["PeerNet__Area"] = Area,
        ["PeerNet__Database__Kind"] = kind,
        ["PeerNet__Database__ConnectionString"] = connection,
        ["PeerNet__Database__Create"] = "true",
        ["PeerNet__AdvertisedAddress"] = "127.0.0.1",
        ["PeerNet__PaperKeys"] = PaperKeys.FullName,
        ["PeerNet__Mail__Folder"] = Mail.FullName,
        ["PeerNet__Mail__From"] = "peernet@example.invalid",
        ["PeerNet__Mail__Link"] = "https://example.invalid",
    };

    private static Uri Url() => new($"http://127.0.0.1:{Ports.Free()}");
}
