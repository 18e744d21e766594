using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>A silo as a set of services, so that it runs alone or beside a Gateway.</summary>
public static class PeerNetSilo
{
    /// <summary>Adds the area's silo, as the section <c>PeerNet</c> describes it.</summary>
    public static void AddPeerNetSilo(this WebApplicationBuilder builder)
    {
        var options = SiloOptions.Read(builder.Configuration);
        var database = AreaDatabase.Open(options.Database);
        builder.Services.AddSiloOptions(builder.Configuration);
        builder.UseOrleans(silo => silo
            .AddPeerNetClustering(options, database)
            .AddPeerNetStorage(database)
            .AddActivityPropagation()
            .AddIncomingGrainCallFilter(new AreaGuard(new AreaId(options.Area))));
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new AreaClaim(database, new(options.Area)));
        // After Orleans, because hosted services start in this order and a sweep needs the schema.
        builder.Services.AddHostedService<OutboxSweeper>();
    }
}
