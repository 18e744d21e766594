using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using PeerNet.Scenarios;
using PeerNet.Silo;
using PeerNet.Silo.Storage;
using SiloOptions = PeerNet.Silo.SiloOptions;

namespace PeerNet.Storage.Tests;

public sealed class ClusteringOnPostgresql : IAsyncLifetime
{
    private readonly Postgres server;
    private readonly List<IHost> hosts = [];
    private string connectionString = "";

    public ClusteringOnPostgresql(Postgres server)
    {
        Postgres.Demand();
        this.server = server;
    }

    public async ValueTask InitializeAsync() =>
        connectionString = $"{await server.CreateDatabase()};Timeout=60;Command Timeout=60";

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    [Fact]
    public async Task Two_silos_and_a_client_find_each_other()
    {
        var silos = await Task.WhenAll(Silo(), Silo());
        foreach (var silo in silos)
            Assert.Equal(2, await Until(2, () => ActiveSilos(silo.Services.GetRequiredService<IGrainFactory>())));

        var client = new HostBuilder().UseOrleansClient(builder => builder
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ServiceId = AreaCluster.ServiceId;
                cluster.ClusterId = AreaCluster.Id("east-sussex");
            })
            .UseAdoNetClustering(
                options =>
                {
                    options.Invariant = "Npgsql";
                    options.ConnectionString = connectionString;
                })).Build();
        await client.StartAsync(Ended);
        hosts.Insert(0, client);
        Assert.Equal(2, await ActiveSilos(client.Services.GetRequiredService<IGrainFactory>()));
    }

    [Fact]
    public async Task A_silo_that_stops_leaves_the_cluster_and_is_recorded_as_dead()
    {
        var silos = await Task.WhenAll(Silo(), Silo());
        await silos[1].StopAsync(Ended);
        Assert.Equal(1, await Until(1, () => ActiveSilos(silos[0].Services.GetRequiredService<IGrainFactory>())));
        var rows = await silos[0].Services.GetRequiredService<IMembershipTable>().ReadAllAsync(Ended);
        Assert.Equal([SiloStatus.Active, SiloStatus.Dead], rows.Members.Select(member => member.Item1.Status).Order());
    }

    [Fact]
    public async Task Only_one_of_several_racing_changes_to_the_members_succeeds()
    {
        var table = await Table();
        var version = (await table.ReadAllAsync(Ended)).Version;
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(port => table.InsertRowAsync(AMember(port), version.Next(), Ended)));

        Assert.Single(outcomes, won => won);
        var after = await table.ReadAllAsync(Ended);
        Assert.Equal(version.Version + 1, after.Version.Version);
        Assert.Single(
            after.Members, member => member.Item1.SiloAddress.Endpoint.Address.Equals(IPAddress.Parse("10.9.9.9")));
    }

    [Fact]
    public async Task A_refused_change_of_a_member_moves_neither_row_nor_version()
    {
        var table = await Table();
        var member = AMember(1);
        var older = (await table.ReadAllAsync(Ended)).Version;
        Assert.True(await table.InsertRowAsync(member, older.Next(), Ended));
        var before = await table.ReadRowAsync(member.SiloAddress, Ended);
        Assert.False(await table.InsertRowAsync(member, before.Version.Next(), Ended));
        member.Status = SiloStatus.Dead;
        Assert.False(await table.UpdateRowAsync(AMember(2), before.Version.VersionEtag, before.Version.Next(), Ended));
        Assert.False(await table.UpdateRowAsync(member, older.VersionEtag, older.Next(), Ended));

        var after = await table.ReadRowAsync(member.SiloAddress, Ended);
        Assert.Equal(
            (before.Version.Version, SiloStatus.Joining), (after.Version.Version, after.Members[0].Item1.Status));
        Assert.True(await table.UpdateRowAsync(member, after.Version.VersionEtag, after.Version.Next(), Ended));
        after = await table.ReadRowAsync(member.SiloAddress, Ended);
        Assert.Equal(
            (before.Version.Version + 1, SiloStatus.Dead), (after.Version.Version, after.Members[0].Item1.Status));
    }

    [Fact]
    public async Task Only_a_dead_silo_of_long_ago_loses_its_row()
    {
        var table = await Table();
        var dead = AMember(1);
        var slow = AMember(2);
        dead.Status = SiloStatus.Dead;
        foreach (var member in new[] { dead, slow })
            Assert.True(await table.InsertRowAsync(member, (await table.ReadAllAsync(Ended)).Version.Next(), Ended));

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(dead.StartTime), Ended);
        Assert.Single((await table.ReadRowAsync(dead.SiloAddress, Ended)).Members);
        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(dead.StartTime.AddDays(1)), Ended);
        Assert.Empty((await table.ReadRowAsync(dead.SiloAddress, Ended)).Members);
        Assert.Single((await table.ReadRowAsync(slow.SiloAddress, Ended)).Members);
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private static MembershipEntry AMember(int port) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Parse("10.9.9.9"), port, 1),
        SiloName = $"silo-{port}",
        HostName = "host",
        Status = SiloStatus.Joining,
        StartTime = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    // The table without a running silo: one would take part, and judge the members that a test makes up.
    private async Task<IMembershipTable> Table()
    {
        var (host, database) = Build();
        hosts.Add(host);
        await database.ApplySchema(Ended);
        var table = host.Services.GetRequiredService<IMembershipTable>();
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true, Ended);
        return table;
    }

    private async Task<IHost> Silo()
    {
        var (host, _) = Build();
        lock (hosts) hosts.Add(host);
        await host.StartAsync(Ended);
        return host;
    }

    private (IHost Host, AreaDatabase Database) Build()
    {
        var options = new SiloOptions
        {
            Area = "east-sussex", AdvertisedAddress = "127.0.0.1", SiloPort = Ports.Free(), GatewayPort = Ports.Free()
        };
        var database = AreaDatabase.Open(
            new() { Kind = DatabaseKind.Postgresql, ConnectionString = connectionString, Create = true });
        return (new HostBuilder()
            .UseOrleans(silo => silo
                .AddPeerNetStorage(database)
                .AddPeerNetClustering(options, database)
                .Configure<ClusterMembershipOptions>(OnABusyMachine))
            .Build(), database);
    }

    // Or a silo that is only slow is declared dead, and takes the test program with it.
    private static void OnABusyMachine(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromMinutes(1);
        membership.MaxProbeTimeout = TimeSpan.FromMinutes(1);
    }

    private static async Task<int> ActiveSilos(IGrainFactory grains) =>
        (await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Count;

    // Membership is gossiped, so each silo learns of the other within moments and not at once.
    private static async Task<int> Until(int expected, Func<Task<int>> ask)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        int found;
        while ((found = await ask()) != expected
            && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2))
            await often.WaitForNextTickAsync(Ended);
        return found;
    }
}
