using Microsoft.Extensions.Hosting;
using PeerNet.Scenarios;
using PeerNet.Silo;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_silo_creates_no_database_unless_it_is_told_to()
    {
        var options = await Area.FreshDatabase();
        options.Create = false;
        using (var refused = Silo(options))
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => refused.StartAsync(Ended));
            Assert.Contains("--create or migrate", StorageFaults.WhyNotStarted(fault), StringComparison.Ordinal);
        }
        await using (var database = AreaDatabase.Open(options)) await database.ApplySchema(Ended);
        using var started = Silo(options);
        await started.StartAsync(Ended);
        await started.StopAsync(Ended);
    }

    private static IHost Silo(DatabaseOptions options)
    {
        return new HostBuilder().UseOrleans(silo =>
        {
            var database = AreaDatabase.Open(options);
            silo.AddPeerNetStorage(database).AddPeerNetClustering(
                new()
                {
                    Area = AreaUnderTest.Home.Value,
                    AdvertisedAddress = "127.0.0.1",
                    SiloPort = Ports.Free(),
                    GatewayPort = Ports.Free(),
                },
                database);
        }).Build();
    }
}
