using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PeerNet.Scenarios;
using PeerNet.Silo;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public sealed class SiloStart
{
    [Fact]
    public void Options_that_are_missing_or_wrong_are_named()
    {
        var refusal = Assert.Throws<OptionsValidationException>(
            () => SiloOptions.Read(Settings(("Area", "East Sussex"), ("AdvertisedAddress", "localhost"))));
        Assert.Contains("PeerNet:Area", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PeerNet:Database:ConnectionString", refusal.Message, StringComparison.Ordinal);

        refusal = Assert.Throws<OptionsValidationException>(() => SiloOptions.Read(Settings(
            ("Area", "east-sussex"), ("AdvertisedAddress", "localhost"),
            ("Database:ConnectionString", "Data Source=a.db"))));
        Assert.Contains("PeerNet:AdvertisedAddress", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read_from_their_section()
    {
        var options = SiloOptions.Read(Settings(
            ("Area", "east-sussex"), ("SiloPort", "11112"), ("Database:Kind", "postgresql"),
            ("Database:ConnectionString", "Host=db")));
        Assert.Equal(
            ("east-sussex", 11112, 30000, DatabaseKind.Postgresql),
            (options.Area, options.SiloPort, options.GatewayPort, options.Database.Kind));
    }

    [Fact]
    public async Task A_silo_does_not_start_on_a_newer_schema_and_says_so()
    {
        await using var sqlite = new SqliteArea();
        var options = await sqlite.FreshDatabase();
        await using (var database = AreaDatabase.Open(options))
        {
            await database.ApplySchema(TestContext.Current.CancellationToken);
            await using var connection = await database.Rows.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "INSERT INTO peernet_schema(version, name, checksum) VALUES(999, '999-tomorrow.sql', '0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var host = new HostBuilder().UseOrleans(silo =>
        {
            var database = AreaDatabase.Open(options);
            silo.AddPeerNetStorage(database).AddPeerNetClustering(
                new() { Area = "east-sussex", SiloPort = Ports.Free(), GatewayPort = Ports.Free() }, database);
        }).Build();
        var refusal =
            await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Start a newer silo", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings)
    {
        return new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(
                setting => $"{SiloOptions.Section}:{setting.Key}", setting => (string?)setting.Value)).Build();
    }
}
