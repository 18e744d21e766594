using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Limits;
using PeerNet.Silo.Storage;

namespace PeerNet.Local;

/// <summary>
/// One area on this computer: its addresses, its files, and the settings of its silo and Gateway, in one process or
/// two.
/// </summary>
internal sealed class LocalArea
{
    /// <summary>As many days of meetings as a first start makes up when nothing else is asked.</summary>
    public const int YearOfMeetings = 365;

    private static readonly IReadOnlyList<string> DailyLimits =
    [
        .. typeof(LimitOptions).GetProperties().Select(one => one.Name)
            .Where(name => name.EndsWith("PerDay", StringComparison.Ordinal)),
    ];

    private readonly DirectoryInfo folder;
    private readonly LocalAuthority authority;
    private readonly (string Kind, string ConnectionString) database;

    public LocalArea(string area, string name, AreaPorts ports, DirectoryInfo folder, PostgresServer? postgres = null)
    {
        Area = new(area);
        Name = name;
        Ports = ports;
        this.folder = folder;
        Database = postgres is null ? File("db") : PostgresServer.DatabaseOf(area);
        database = postgres is null
            ? ("sqlite", $"Data Source={Database}")
            : ("postgresql", postgres.ConnectionStringOf(area));
        Tokens = new(area, folder);
        authority = new(area, folder, TimeProvider.System.GetUtcNow());
    }

    public AreaId Area { get; }

    public string Name { get; }

    public AreaPorts Ports { get; }

    /// <summary>The database file, or the name of the database on the server.</summary>
    public string Database { get; }

    public LocalTokens Tokens { get; }

    /// <summary>Whether a group that a member founds can be found in other areas at once.</summary>
    public bool WelcomesNewGroups { get; init; } = true;

    /// <summary>Of how many days a first start makes up meetings, back from yesterday.</summary>
    public int DaysOfMeetings { get; init; } = YearOfMeetings;

    /// <summary>How long a statement may wait for others; null: as long as in production.</summary>
    public TimeSpan? DatabaseTimeout { get; init; }

    /// <summary>How often neighbours are asked for what they have released; null: as often as in production.</summary>
    public TimeSpan? FiguresInterval { get; init; }

    /// <summary>
    /// Where it sends telemetry; null: as the environment says; empty: nowhere. Areas in one process hear each other's,
    /// so one of them is enough.
    /// </summary>
    public string? TelemetryTo { get; init; }

    /// <summary>Where it listens, and where programs find it.</summary>
    public string Url => $"http://127.0.0.1:{Ports.Public}";

    /// <summary>The same for people: a passkey belongs to a name, and an IP address is none.</summary>
    public string Site => $"http://localhost:{Ports.Public}";

    /// <summary>The address for neighbours.</summary>
    public string Link => $"https://127.0.0.1:{Ports.Link}";

    /// <summary>The address where a silo in a separate process reports its health.</summary>
    public string SiloUrl => $"http://127.0.0.1:{Ports.SiloHealth}";

    /// <summary>The silo's settings.</summary>
    public Dictionary<string, string?> Silo => new(Telemetry)
    {
        ["PeerNet:Area"] = Area.Value,
        ["PeerNet:Database:Kind"] = database.Kind,
        ["PeerNet:Database:ConnectionString"] = DatabaseTimeout is { } timeout
            ? $"{database.ConnectionString};Default Timeout={timeout.TotalSeconds:0}"
            : database.ConnectionString,
        ["PeerNet:SiloPort"] = $"{Ports.Silo}",
        ["PeerNet:GatewayPort"] = $"{Ports.Gateway}",
        ["PeerNet:AdvertisedAddress"] = "127.0.0.1",
        ["PeerNet:WelcomeNewGroups"] = $"{WelcomesNewGroups}",
        // Scripts found in a day what a person founds in a life.
        ["PeerNet:MaxGroupsLed"] = "1000",
        ["PeerNet:PaperKeys"] = File("paper"),
        ["PeerNet:Mail:Folder"] = File("mail"),
        ["PeerNet:Mail:From"] = $"PeerNet <peernet@{Area}.example>",
        ["PeerNet:Mail:Link"] = Site,
    };

    private Dictionary<string, string?> Telemetry =>
        TelemetryTo is null ? [] : new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = TelemetryTo };

    /// <summary>The Gateway's settings.</summary>
    public Dictionary<string, string?> Gateway(IEnumerable<LocalArea> neighbours)
    {
        var settings = new Dictionary<string, string?>(Telemetry)
        {
            ["PeerNet:Area"] = Area.Value,
            ["PeerNet:AreaName"] = Name,
            ["PeerNet:Contact"] = $"coordinators.{Area}@example.org",
            ["PeerNet:Local"] = "true",
            ["PeerNet:LocalMailFolder"] = File("mail"),
            ["PeerNet:SeededPeople"] = Path.Combine(folder.FullName, NetworkFile.Name),
            ["PeerNet:Tokens:Issuer"] = LocalTokens.Issuer,
            ["PeerNet:Tokens:PublicKeyFile"] = Tokens.PublicKeyFile,
            ["PeerNet:Link:Url"] = Link,
            ["PeerNet:Link:CertificateFile"] = authority.CertificateFile,
            ["PeerNet:Link:KeyFile"] = authority.KeyFile,
            ["PeerNet:Finder:File"] = File("cards.db"),
            ["PeerNet:Keys"] = File("keys"),
            // Everything comes from this computer, and scripts send in a minute what people send in a day.
            ["PeerNet:Limits:PersonPerMinute"] = "60000",
            ["PeerNet:Limits:AddressPerMinute"] = "600000",
            ["PeerNet:Limits:AreaPerMinute"] = "600000",
            ["PeerNet:Limits:NeighbourPerMinute"] = "60000",
            ["PeerNet:Limits:SignInsPerHour"] = "60000",
            ["PeerNet:Limits:ClaimsPerHour"] = "60000",
            ["PeerNet:Limits:AreaClaimsPerHour"] = "60000",
            ["PeerNet:Limits:WrongCodesPerHour"] = "60000",
        };
        foreach (var limit in DailyLimits) settings[$"PeerNet:Limits:{limit}"] = "1000";
        if (FiguresInterval is { } interval) settings["PeerNet:Link:FiguresInterval"] = $"{interval}";
        foreach (var (place, neighbour) in neighbours.Index())
        {
            settings[$"PeerNet:Neighbours:{place}:Area"] = neighbour.Area.Value;
            settings[$"PeerNet:Neighbours:{place}:Name"] = neighbour.Name;
            settings[$"PeerNet:Neighbours:{place}:Url"] = neighbour.Site;
            settings[$"PeerNet:Neighbours:{place}:Link"] = neighbour.Link;
            settings[$"PeerNet:Neighbours:{place}:AuthorityFile"] = neighbour.authority.AuthorityFile;
        }
        return settings;
    }

    /// <summary>
    /// Creates the database on the first start, here and not in the silo, so that a silo that is restarted alone never
    /// creates an empty one.
    /// </summary>
    public async Task CreateDatabase(CancellationToken cancel)
    {
        if (DataFolder.Remembers(folder, Database)) return;
        await using var created = AreaDatabase.Open(new()
        {
            Kind = Enum.Parse<DatabaseKind>(database.Kind, ignoreCase: true),
            ConnectionString = database.ConnectionString,
        });
        await created.ApplySchema(cancel);
    }

    /// <summary>The path of one of the area's files in the data folder.</summary>
    public string File(string ending) => Path.Combine(folder.FullName, $"{Area}.{ending}");
}
