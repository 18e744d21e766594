using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Lenses;
using PeerNet.Grains.LinkedRooms;
using PeerNet.Grains.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.NextSteps;
using PeerNet.Grains.Panels;
using PeerNet.Grains.Practices;
using PeerNet.Grains.Sentences;
using PeerNet.Grains.SupportOffers;
using PeerNet.Grains.Worries;

[assembly: AssemblyFixture(typeof(PeerNet.Cluster.Tests.Cluster))]

namespace PeerNet.Cluster.Tests;

/// <summary>
/// An area of two silos over storage that fails when told to, shared by all tests; each test makes people and groups of
/// its own.
/// </summary>
public sealed class Cluster : IAsyncLifetime
{
    internal static readonly AreaId East = new("east-sussex");
    internal static readonly DateOnly Yesterday = London.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
    internal static readonly TimeOnly Seven = new(19, 0);

    private readonly InProcessTestCluster cluster;

    public Cluster()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<IGrainStorage>(StorageNames.Area, Storage);
            silo.Services.Configure<GroupOptions>(groups => groups.WelcomeNewGroups = true);
            silo.Services.AddSingleton<IAreaRows>(new NoAreaRows());
            silo.Services.AddSingleton<IGatheringRows>(new NoGatheringRows());
            silo.Services.AddSingleton<IPaperKeys>(new NoPaperKeys());
            silo.Services.AddSingleton<IGrowthRows>(new NoGrowthRows());
            silo.Services.AddSingleton<IOfferRows>(new NoOfferRows());
            silo.Services.AddSingleton<IOverviewRows>(new NoOverviewRows());
            silo.Services.AddSingleton<OverviewMemo>();
            silo.Services.AddSingleton<IWorryRows>(new NoWorryRows());
            silo.Services.AddSingleton<IBarrierRows>(new NoBarrierRows());
            silo.Services.AddSingleton<INextStepRows>(new NoNextStepRows());
            silo.Services.AddSingleton<ISentenceRows>(new NoSentenceRows());
            silo.Services.AddSingleton<ILinkedRoomRows>(new NoLinkedRoomRows());
            silo.Services.AddSingleton<ILensRows>(new NoLensRows());
            silo.Services.AddSingleton<IPracticeRows>(new NoPracticeRows());
            silo.Services.AddSingleton<IPanelRows>(new NoPanelRows());
            silo.Services.AddSingleton<UnreadableRows>();
            silo.Services.AddSingleton<RecentMembers>();
            silo.Services.AddSingleton<Names>();
            silo.Services.AddSingleton<MailAddresses>();
            silo.Services.AddSingleton<StorageState>();
            silo.AddIncomingGrainCallFilter(new AreaGuard(East));
        });
        cluster = builder.Build();
    }

    internal FailingStorage Storage { get; } = new();

    internal IGrainFactory Grains => cluster.Client;

    public async ValueTask InitializeAsync() => await cluster.DeployAsync();

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();

    /// <summary>A new person with a record.</summary>
    internal async Task<MemberId> APerson()
    {
        var id = new MemberId(Guid.CreateVersion7());
        Yes(await Grains.Member(East, id).Put(new() { Name = "Someone" }, IfMatch.None, By(id)));
        return id;
    }

    /// <summary>A new group led by the first of some new people.</summary>
    internal async Task<(GroupId Id, MemberId[] People)> AGroup(int people = 2, Joining joining = Joining.Open)
    {
        var members = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => APerson()));
        var id = new GroupId(Guid.CreateVersion7());
        Yes(await Grains.Group(East, id).Put(new() { Name = "A group", Joining = joining }, IfMatch.None, Caller.Area));
        foreach (var (place, member) in members.Index())
        {
            var join = new JoinGroup(place == 0 ? Part.Lead : Part.Member) { Since = Yesterday };
            Yes(await Grains.Group(East, id).Join(member, join, Caller.Area));
        }
        await Delivered(Grains.Group(East, id).GetGrainId());
        return (id, members);
    }

    /// <summary>A lead invites somebody, who accepts.</summary>
    internal async Task Brought(GroupId group, MemberId member, MemberId lead)
    {
        Yes(await Grains.Group(East, group).Join(member, new(), By(lead)));
        Yes(await Grains.Group(East, group).Join(member, new(), By(member)));
    }

    /// <summary>A new meeting of that group, planned for yesterday.</summary>
    internal async Task<MeetingId> APlannedMeeting(GroupId group, MemberId lead)
    {
        var id = new MeetingId(Guid.CreateVersion7());
        Yes(await Grains.Meeting(East, id)
            .Plan(new() { GroupId = group, HeldOn = Yesterday, StartsAt = Seven }, IfMatch.None, By(lead)));
        await Delivered(Grains.Meeting(East, id).GetGrainId());
        return id;
    }

    /// <summary>
    /// Waits until no message of that grain to this area is left, so that no write of it is still to come.
    /// </summary>
    internal Task Delivered(GrainId grain) =>
        Until(() => Task.FromResult(!Storage.Row(grain)!.Contains($"\"to\":\"{East}/", StringComparison.Ordinal)));

    internal static Caller By(MemberId member) => new(CallerRole.Member, member);

    internal static T Yes<T>(Result<T> result)
    {
        if (result.Refused(out var refusal, out var value)) Assert.Fail($"Refused: {refusal}");
        return value!;
    }

    internal static string No<T>(Result<T> result)
    {
        Assert.True(result.Refused(out var refusal, out _), "Was not refused.");
        return refusal!.Code;
    }

    /// <summary>Waits until it is so, looking often; what never comes fails the test.</summary>
    internal static async Task Until(Func<Task<bool>> so)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        // However busy the machine: only what never comes takes as long.
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await so()) await often.WaitForNextTickAsync(timeout.Token);
    }
}
