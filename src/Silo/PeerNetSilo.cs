using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Silo.Mail;
using PeerNet.Silo.Paper;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>Registers a silo, in its own process or in one with a Gateway.</summary>
public static class PeerNetSilo
{
    /// <summary>Adds the area's silo, configured by the section <c>PeerNet</c>.</summary>
    public static void AddPeerNetSilo(this WebApplicationBuilder builder)
    {
        var options = SiloOptions.Read(builder.Configuration);
        var database = AreaDatabase.Open(options.Database);
        builder.Services.AddSiloOptions(builder.Configuration);
        builder.Services.AddOptions<GroupOptions>().Configure<IOptions<SiloOptions>>((groups, silo) =>
        {
            groups.WelcomeNewGroups = silo.Value.WelcomeNewGroups;
            groups.MaxLed = silo.Value.MaxGroupsLed;
        });
        builder.Services.AddMail(options.Mail);
        builder.Services.AddOptions<ReleaseOptions>().Configure<IOptions<SiloOptions>>(
            (releases, silo) => releases.Terms = silo.Value.Figures.Terms);
        builder.Services.AddSingleton<IPaperKeys, PaperKeyFolder>();
        builder.UseOrleans(silo => silo
            .AddPeerNetClustering(options, database)
            .AddPeerNetStorage(database)
            .AddActivityPropagation()
            .AddIncomingGrainCallFilter(new AreaGuard(new AreaId(options.Area))));
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
            new AreaClaim(database, new(options.Area)));
        // After Orleans: hosted services start in this order, and the first sweep needs the schema.
        builder.Services.AddHostedService<OutboxSweeper>();
        builder.Services.AddHostedService<UnansweredRequests>();
        builder.Services.AddHostedService<PanelSweeper>();
        builder.Services.AddHostedService<PaperKeySweeper>();
        builder.Services.AddHostedService<Reminders>();
        builder.Services.AddHostedService<GrowthFollower>();
    }
}
