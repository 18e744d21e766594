using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Link;
using PeerNet.Scenarios;
using PeerNet.Silo.Storage;

[assembly: AssemblyFixture(typeof(Postgres))]

namespace PeerNet.Storage.Tests;

/// <summary>A real silo on a database of its own, once for all tests of an engine.</summary>
public abstract class AreaUnderTest : IAsyncLifetime
{
    // However busy the machine is, no statement takes as long.
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(2);

    /// <summary>The area that the database belongs to.</summary>
    public static readonly AreaId Home = new("brighton-and-hove");

    private InProcessTestCluster? silos;

    /// <summary>The database that the silo runs on.</summary>
    public DatabaseOptions Options { get; private set; } = new();

    internal IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Area);

    internal IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>What the silo has logged.</summary>
    public HeardLogs Logs { get; } = new();

    internal IAreaRows Rows => Services.GetRequiredService<IAreaRows>();

    internal ILinkRows Link => Services.GetRequiredService<ILinkRows>();

    internal AreaDatabase Database => Services.GetRequiredService<AreaDatabase>();

    internal IMeterFactory Meters => Services.GetRequiredService<IMeterFactory>();

    internal string ServiceId => Services.GetRequiredService<IOptions<ClusterOptions>>().Value.ServiceId;

    private IServiceProvider Services => silos!.Silos[0].ServiceProvider;

    /// <summary>Called by every test first, because a fixture itself cannot skip.</summary>
    public abstract void Demand();

    /// <summary>A database that nobody has touched.</summary>
    public Task<DatabaseOptions> FreshDatabase() => FreshDatabase(BusyTimeout);

    /// <summary>The same, whose statements wait no longer than that.</summary>
    protected abstract Task<DatabaseOptions> FreshDatabase(TimeSpan timeout);

    /// <summary>How long the statements of the silo wait.</summary>
    protected virtual TimeSpan Timeout => BusyTimeout;

    /// <summary>What another process would run to keep a row from being written.</summary>
    public abstract string LockEveryRow { get; }

    /// <summary>What makes the database refuse a row.</summary>
    public abstract string Refuse(string key);

    /// <summary>What shows how a query runs.</summary>
    public abstract string Explain { get; }

    /// <summary>How a plan says that a query reads every row.</summary>
    public abstract string FullScan { get; }

    /// <summary>How a plan names the key of the figures.</summary>
    public abstract string KeyOfGrowth { get; }

    public async ValueTask InitializeAsync()
    {
        if (this is PostgresArea && !Postgres.IsInstalled) return;
        Options = await FreshDatabase(Timeout);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo
            .AddPeerNetStorage(AreaDatabase.Open(Options))
            .ConfigureLogging(logging => logging.AddProvider(Logs))
            .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = BusyTimeout));
        silos = builder.Build();
        await silos.DeployAsync();
        await AreaClaim.Claim(Database, Home);
    }

    public async ValueTask DisposeAsync()
    {
        if (silos is not null) await silos.DisposeAsync();
        await Clean();
        GC.SuppressFinalize(this);
    }

    protected virtual ValueTask Clean() => ValueTask.CompletedTask;
}

public class SqliteArea : AreaUnderTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("peernet-sqlite-").FullName;

    public override string LockEveryRow => "BEGIN IMMEDIATE";

    public override string Refuse(string key)
    {
        return $"CREATE TRIGGER refused BEFORE INSERT ON OrleansStorage WHEN NEW.GrainIdExtensionString = '{key}' "
            + "BEGIN SELECT RAISE(ABORT, 'refused'); END";
    }

    public override string Explain => "EXPLAIN QUERY PLAN ";

    public override string FullScan => "SCAN OrleansStorage";

    public override string KeyOfGrowth => "USING PRIMARY KEY";

    public override void Demand() { }

    protected override Task<DatabaseOptions> FreshDatabase(TimeSpan timeout)
    {
        var file = Path.Combine(folder, $"{Guid.CreateVersion7()}.db");
        using (var empty = new SqliteFile(file)) empty.Create();
        return Task.FromResult(new DatabaseOptions
        {
            Kind = DatabaseKind.Sqlite,
            ConnectionString = $"Data Source={file};Default Timeout={timeout.TotalSeconds}",
            Create = true,
        });
    }

    protected override ValueTask Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public class PostgresArea(Postgres server) : AreaUnderTest
{
    public override string LockEveryRow => "BEGIN; SELECT 1 FROM orleansstorage FOR UPDATE";

    public override string Refuse(string key) =>
        $"ALTER TABLE orleansstorage ADD CONSTRAINT refused_key CHECK (grainidextensionstring <> '{key}')";

    public override string Explain => "EXPLAIN ";

    public override string FullScan => "Seq Scan on orleansstorage";

    public override string KeyOfGrowth => "peernet_growth_pkey";

    public override void Demand() => Postgres.Demand();

    protected override async Task<DatabaseOptions> FreshDatabase(TimeSpan timeout) => new()
    {
        Kind = DatabaseKind.Postgresql,
        ConnectionString = $"{await server.CreateDatabase()};Timeout=60;Command Timeout={timeout.TotalSeconds}",
        Create = true,
    };
}

/// <summary>An area whose statements give up as soon as in production.</summary>
public sealed class HastySqliteArea : SqliteArea
{
    protected override TimeSpan Timeout => TimeoutSuite.WriteTimeout;
}

/// <inheritdoc cref="HastySqliteArea"/>
public sealed class HastyPostgresArea(Postgres server) : PostgresArea(server)
{
    protected override TimeSpan Timeout => TimeoutSuite.WriteTimeout;
}
