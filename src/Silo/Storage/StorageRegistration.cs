using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Lenses;
using PeerNet.Grains.Link;
using PeerNet.Grains.LinkedRooms;
using PeerNet.Grains.Members;
using PeerNet.Grains.NextSteps;
using PeerNet.Grains.Panels;
using PeerNet.Grains.Practices;
using PeerNet.Grains.Sentences;
using PeerNet.Grains.SignIn;
using PeerNet.Grains.SupportOffers;
using PeerNet.Grains.Worries;

namespace PeerNet.Silo.Storage;

/// <summary>Registers a silo's storage.</summary>
public static class StorageRegistration
{
    private const string EngineRows = "rows";

    /// <summary>
    /// Stores grain state as JSON rows and reminders in the area's database, applies its schema at start and registers
    /// the queries across rows. The silo disposes of the database.
    /// </summary>
    public static ISiloBuilder AddPeerNetStorage(this ISiloBuilder silo, AreaDatabase database)
    {
        silo.Services.AddAreaDatabase(database);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SchemaAtStart>();
        silo.Services.AddSingleton<UnreadableRows>();
        silo.Services.AddSingleton<RecentMembers>();
        silo.Services.AddSingleton<Names>();
        silo.Services.AddSingleton<MailAddresses>();
        silo.Services.AddSingleton<StorageState>();
        silo.Services.AddSingleton<StatementFaults>();
        silo.Services.AddSingleton<IAreaRows, AreaRows>();
        silo.Services.AddSingleton<ILinkRows, LinkRows>();
        silo.Services.AddSingleton<IOfferRows, OfferRows>();
        silo.Services.AddSingleton<IGatheringRows, GatheringRows>();
        silo.Services.AddSingleton<IWorryRows, WorryRows>();
        silo.Services.AddSingleton<IBarrierRows, BarrierRows>();
        silo.Services.AddSingleton<INextStepRows, NextStepRows>();
        silo.Services.AddSingleton<ISentenceRows, SentenceRows>();
        silo.Services.AddSingleton<ILinkedRoomRows, LinkedRoomRows>();
        silo.Services.AddSingleton<ILensRows, LensRows>();
        silo.Services.AddSingleton<IPracticeRows, PracticeRows>();
        silo.Services.AddSingleton<IPanelRows, PanelRows>();
        silo.Services.AddSingleton<ISignInRows, SignInRows>();
        silo.Services.AddSingleton<IGrowthRows, GrowthRows>();
        silo.Services.AddSingleton<GrowthCount>();
        silo.Services.AddSingleton<IOverviewRows, OverviewRows>();
        silo.Services.AddSingleton<OverviewMemo>();
        silo.Services.AddHostedService<StorageWatch>();
        if (database.Kind == DatabaseKind.Sqlite) silo.Services.AddHostedService<WalCheckpoint>();
        silo.Services.Configure<SystemTextJsonGrainStorageSerializerOptions>(options =>
            PeerNetJson.Configure(options.JsonSerializerOptions));
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Services.AddGrainStorage(StorageNames.Area, (services, _) => new WatchedRows(
            services.GetRequiredKeyedService<IGrainStorage>(EngineRows),
            database,
            services.GetRequiredService<UnreadableRows>(),
            services.GetRequiredService<RecentMembers>(),
            services.GetRequiredService<StorageState>(),
            services.GetRequiredService<StatementFaults>()));
        silo.AddIncomingGrainCallFilter<StatementFaults>();
        silo.UseAdoNetReminderService(options =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Rows;
        });
        return database.Rows is NpgsqlDataSource source ? silo.AddBatchedRows(source) : silo.AddOrleansRows(database);
    }

    private static ISiloBuilder AddBatchedRows(this ISiloBuilder silo, NpgsqlDataSource source)
    {
        silo.Services.AddGrainStorage(EngineRows, (services, _) => new BatchedRows(
            source,
            services.GetRequiredService<IOptions<ClusterOptions>>().Value.ServiceId,
            services.GetRequiredService<IGrainStorageSerializer>()));
        return silo;
    }

    private static ISiloBuilder AddOrleansRows(this ISiloBuilder silo, AreaDatabase database) =>
        silo.AddAdoNetGrainStorage(EngineRows, options =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Rows;
            options.DeleteStateOnClear = false;
        });

    // Through a factory, because a container disposes only of what it has created.
    private static void AddAreaDatabase(this IServiceCollection services, AreaDatabase database) =>
        services.TryAddSingleton(_ => database);
}
