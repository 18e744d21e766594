using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.TestingHost;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Notices;
using PeerNet.Silo.Paper;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>The reminder that asks for missing logs, on a silo whose clock is the test's.</summary>
public abstract partial class StorageSuite
{
    private static readonly DateTimeOffset Wednesday = new(2026, 11, 18, 7, 0, 0, TimeSpan.Zero);

    // Leads are asked for eight weeks, if PeerNet has known their group for so long.
    private static readonly TimeSpan TenWeeks = TimeSpan.FromDays(70);

    [Fact]
    public async Task A_reminder_survives_a_restart_and_asks_leads_for_each_missing_log_once_a_week()
    {
        var options = await Area.FreshDatabase();
        var clock = new FakeTimeProvider(Wednesday - TenWeeks);
        var lead = new MemberId(Guid.CreateVersion7());
        var group = new GroupId(Guid.CreateVersion7());
        await using (var first = await Silo(options, clock))
        {
            await AGroupOnTuesdays(first.Client, group, lead);
            clock.Advance(TenWeeks);
            await first.Client.Morning(AreaUnderTest.Home).Start();
            await first.Client.Morning(AreaUnderTest.Home).Start();
            Assert.Empty(await Missing(first.Client, lead));
        }
        await TicksOften(options);
        clock.Advance(TimeSpan.FromHours(5));

        await using var second = await Silo(options, clock);
        await Until(async () => (await Missing(second.Client, lead)).Length == 8);
        var asked = await Missing(second.Client, lead);
        for (var day = 0; day < 6; day++)
        {
            await second.Client.Morning(AreaUnderTest.Home).Continue();
            Assert.Equal(asked, await Missing(second.Client, lead));
            clock.Advance(TimeSpan.FromDays(1));
        }
        clock.Advance(TimeSpan.FromDays(1));
        await second.Client.Morning(AreaUnderTest.Home).Continue();
        var again = await Missing(second.Client, lead);
        Assert.Equal(8, again.Length);
        Assert.Empty(again.Select(one => one.Id).Intersect(asked.Select(one => one.Id)));

        var logged = again[0].MeetingId!.Value;
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = new(2026, 11, 24), StartsAt = new(19, 0), Unnamed = new(Visitors: 3),
        };
        Yes(await second.Client.Meeting(AreaUnderTest.Home, logged).Record(log, By(lead)));
        await Until(async () => (await Missing(second.Client, lead)).Length == 7);
        Assert.DoesNotContain(await Missing(second.Client, lead), one => one.MeetingId == logged);
    }

    [Fact]
    public async Task The_maker_of_an_offer_is_reminded_one_morning_a_week_before_it_ends()
    {
        var clock = new FakeTimeProvider(Wednesday.AddHours(2));
        await using var silo = await Silo(await Area.FreshDatabase(), clock);
        var maker = new MemberId(Guid.CreateVersion7());
        Yes(await silo.Client.Member(AreaUnderTest.Home, maker).Put(new() { Name = "Kim" }, IfMatch.None, By(maker)));
        var offer = silo.Client.SupportOffer(AreaUnderTest.Home, new(Guid.CreateVersion7()));
        var terms = new SupportOfferTerms
        {
            Side = SupportSide.Offer, Kind = SupportKind.Lift, ExpiresOn = new(2026, 11, 26),
        };
        Yes(await offer.Put(terms, IfMatch.None, By(maker)));
        var notices = silo.Client.Notices(AreaUnderTest.Home, maker);
        await silo.Client.Morning(AreaUnderTest.Home).Start();
        Assert.Empty(await notices.List(By(maker)));

        clock.Advance(TimeSpan.FromDays(1));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        await Until(async () => (await notices.List(By(maker))).Length == 1);
        clock.Advance(TimeSpan.FromDays(1));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        Assert.Equal(NoticeKind.OfferEnds, Assert.Single(await notices.List(By(maker))).Kind);

        Yes(await offer.Put(terms with { ExpiresOn = new(2026, 12, 26) }, IfMatch.Any, By(maker)));
        await Until(async () => (await notices.List(By(maker))).IsEmpty);
    }

    [Fact]
    public async Task A_morning_with_many_groups_is_done_page_by_page()
    {
        var options = await Area.FreshDatabase();
        var lead = new MemberId(Guid.CreateVersion7());
        var clock = new FakeTimeProvider(Wednesday.AddHours(2) - TenWeeks);
        await using var silo = await Silo(options, clock);
        for (var others = 0; others < 119; others++)
            await AGroupOnTuesdays(silo.Client, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
        await AGroupOnTuesdays(silo.Client, new(Guid.CreateVersion7()), lead);
        clock.Advance(TenWeeks);
        await silo.Client.Morning(AreaUnderTest.Home).Start();
        await Until(async () => (await Missing(silo.Client, lead)).Length == 8);
    }

    [Fact]
    public async Task A_morning_ends_the_requests_of_guests_that_nobody_has_answered_for_ninety_days()
    {
        var clock = new FakeTimeProvider(Wednesday.AddHours(2));
        await using var silo = await Silo(await Area.FreshDatabase(), clock);
        var lead = new MemberId(Guid.CreateVersion7());
        var id = new GroupId(Guid.CreateVersion7());
        await AGroupOnTuesdays(silo.Client, id, lead, Joining.Ask);
        var group = silo.Client.Group(AreaUnderTest.Home, id);
        Yes(await silo.Client.Welcome(AreaUnderTest.Home, id).Welcome(Caller.Area, IfMatch.Any));
        Yes(await silo.Client.Link(AreaUnderTest.Home).Receive(new SeatAsked
        {
            From = South, To = AreaUnderTest.Home, Group = id, Seat = SeatId.Random(), ShownAs = "Robin",
        }));
        await silo.Client.Morning(AreaUnderTest.Home).Start();
        clock.Advance(TimeSpan.FromDays(90));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        Assert.Single(Yes(await group.Get(By(lead))).Seats!.Value);
        clock.Advance(TimeSpan.FromDays(1));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        await Until(async () => Yes(await group.Get(By(lead))).Seats!.Value.IsEmpty);
    }

    private static async Task AGroupOnTuesdays(
        IGrainFactory grains, GroupId group, MemberId lead, Joining joining = Joining.Open)
    {
        var description = new GroupDescription
        {
            Name = "Tea",
            Joining = joining,
            Schedule = new()
            {
                Series =
                [
                    new() { Id = "tuesday", Versions = [new(new(2026, 1, 6), new(19, 0), 90, "FREQ=WEEKLY;BYDAY=TU")] },
                ],
            },
        };
        Yes(await grains.Group(AreaUnderTest.Home, group).Put(description, IfMatch.None, By(lead)));
    }

    private static async Task<NoticeDetails[]> Missing(IGrainFactory grains, MemberId lead)
    {
        return [.. (await grains.Notices(AreaUnderTest.Home, lead).List(By(lead)))
            .Where(one => one.Kind == NoticeKind.LogMissing)];
    }

    /// <summary>As if the reminder had been set an hour ago, to come every second.</summary>
    private static async Task TicksOften(DatabaseOptions options)
    {
        await using var database = AreaDatabase.Open(options);
        var set = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1);
        await database.Rows.Write("UPDATE OrleansReminders SET StartTime = @set, Period = 1000", [[("set", set)]]);
        Assert.Equal(
            [1L], await database.Views.Read("SELECT count(*) FROM OrleansReminders", row => row.GetInt64(0)));
    }

    private static async Task<InProcessTestCluster> Silo(
        DatabaseOptions options, FakeTimeProvider clock, INoticeMail? mail = null, short silosAtOnce = 1)
    {
        var builder = new InProcessTestClusterBuilder(silosAtOnce);
        builder.Options.ServiceId = "peernet";
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddPeerNetStorage(AreaDatabase.Open(options));
            silo.Services.AddSingleton<TimeProvider>(clock);
            // It looks every two seconds, which are millions of times where a test goes on by ten weeks at once.
            silo.Services.Remove(silo.Services.Single(one => one.ImplementationType == typeof(StorageWatch)));
            silo.Services.AddSingleton<IPaperKeys, PaperKeyFolder>();
            if (mail is not null) silo.Services.AddSingleton(mail);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromMinutes(2));
        });
        var silos = builder.Build();
        await silos.DeployAsync();
        return silos;
    }
}
