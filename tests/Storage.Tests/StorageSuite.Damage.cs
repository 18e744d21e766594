using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;
using PeerNet.Scenarios;
using PeerNet.Silo;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    // The second is no JSON at all, which PostgreSQL does not store.
    private static readonly string[] Damages =
        ["""{"version":1,"record":"torn"}""", """{"version":1,"record":{"gro"""];

    [Fact]
    public async Task A_damaged_row_is_skipped_by_every_list_and_named_to_operators()
    {
        using var unreadable = new Counted("peernet.rows.unreadable");
        foreach (var damage in Damages.Take(this is StorageOnSqlite ? 2 : 1))
        {
            await Empty();
            var start = await Area.Link.Feed("group");
            var member = await APerson();
            // Its grain has not been activated, and so has not read the row before it was damaged.
            var other = new MemberId(Guid.CreateVersion7());
            await ACopy("member", other.Value).Write("sound");
            var group = await AGroup(member);
            var torn = await AGroup(member);
            var meetings = new[] { await ALog(group, member, -1), await ALog(group, member, -8) };
            await Damage("meeting", meetings[0].Value, damage);
            await Damage("group", torn.Value, damage);
            await Damage("member", other.Value, damage);

            var area = Area.Grains.Area(AreaUnderTest.Home);
            var history = Yes(await area.ListAttendance(member, By(member)));
            Assert.Equal(meetings[1], Assert.Single(history).MeetingId);
            var today = London.DayOf(TimeProvider.System.GetUtcNow());
            var listed = Yes(await area.ListMeetings(group, today.AddDays(-30), today, By(member)));
            Assert.Contains(listed, line => line.Id == meetings[1]);
            Assert.DoesNotContain(listed, line => line.Id == meetings[0]);
            var cards = await Area.Grains.Link(AreaUnderTest.Home).ListCards(new(start.Feed, start.Newest), 100);
            Assert.Equal(CardState.Updated, cards.Items.Single(card => card.Id == group).State);
            Assert.Equal(CardState.Deleted, cards.Items.Single(card => card.Id == torn).State);
            await Assert.ThrowsAnyAsync<Exception>(() => Area.Grains.Member(AreaUnderTest.Home, other).GetStanding());
            var members = new RecentMembers(
                new AreaRows(Area.Database), new(NullLogger<UnreadableRows>.Instance), TimeProvider.System);
            Assert.Equal(member, Assert.Single(await members.Find([other, member])).Key);

            var summary = await area.GetSummary(new(CallerRole.Coordinator, member));
            UnreadableRow[] expected =
                [new("group", torn.Value), new("meeting", meetings[0].Value), new("member", other.Value)];
            Assert.Subset(summary!.Unreadable.ToHashSet(), expected.ToHashSet());
            Assert.All(expected, row => Assert.True(unreadable.Of("kind", row.Kind) > 0));
        }
    }

    [Fact]
    public async Task A_group_whose_schedule_cannot_be_worked_out_has_no_list_and_is_named_to_operators()
    {
        await Empty();
        var member = await APerson();
        var group = await AGroup(member);
        await Damage("group", group.Value, $$$$$"""
            {"version":1,"record":{"id":"{{{{{group}}}}}","description":{"name":"Tea","schedule":{"series":[{"id":"tea",
            "versions":[{"from":"2026-01-06","startsAt":"19:00","minutes":90,"rule":"FREQ=NEVER"}]}]}}}}
            """);
        var area = Area.Grains.Area(AreaUnderTest.Home);
        var today = London.DayOf(TimeProvider.System.GetUtcNow());
        var listed = await area.ListMeetings(group, today, today.AddDays(30), By(member));
        Assert.True(listed.Refused(out var refusal, out _));
        Assert.Equal("group.not-found", refusal!.Code);
        var summary = await area.GetSummary(new(CallerRole.Coordinator, member));
        Assert.Contains(new UnreadableRow("group", group.Value), summary!.Unreadable);
    }

    [Fact]
    public async Task Damaged_rows_with_messages_do_not_keep_others_from_being_delivered()
    {
        await Empty();
        var member = await APerson();
        var longAgo = Monday.AddYears(-1);
        var message = new MembershipChanged(member, new(Guid.CreateVersion7()), Part.Member);
        // More than are delivered side by side.
        var torn = Enumerable.Range(0, 8).Select(_ => ACopy("group")).ToList();
        var sound = ACopy("group");
        foreach (var (row, since) in torn.Select(row => (row, longAgo)).Append((sound, Monday.AddMonths(-1))))
            await row.Write(new Note
            {
                Outbox = [new(GrainKey.For<IMemberGrain>(AreaUnderTest.Home, member.Value), since, message)]
            });
        foreach (var row in torn)
            await AskAny(
                Area.Database,
                "UPDATE OrleansStorage SET PayloadBinary = @payload WHERE GrainIdExtensionString = @key",
                ("key", row.Key), ("payload", Encoding.UTF8.GetBytes((await Payload(row)).Replace(
                    "\"record\":{", "\"record\":\"torn\",\"lost\":{", StringComparison.Ordinal))));
        using var sweeper = new OutboxSweeper(
            Area.Rows, Area.Link, Area.Grains, TimeProvider.System, Area.Meters, NullLogger<OutboxSweeper>.Instance);
        await sweeper.StartAsync(Ended);
        await Until(async () => (await Area.Rows.WaitingOutboxes(TimeProvider.System.GetUtcNow(), 20))
            .All(outbox => outbox.GrainKey != sound.Key));
        await sweeper.StopAsync(Ended);
        var waiting = await Area.Rows.WaitingOutboxes(TimeProvider.System.GetUtcNow(), 20);
        Assert.Equal(torn.Select(row => row.Key).Order(), waiting.Select(outbox => outbox.GrainKey).Order());
    }

    private async Task<string> Payload(Copy row)
    {
        return Encoding.UTF8.GetString(await Ask<byte[]>(
            "SELECT PayloadBinary FROM OrleansStorage WHERE GrainIdExtensionString = @key", ("key", row.Key)));
    }

    private async Task Damage(string kind, Guid id, string damage)
    {
        await AskAny(
            Area.Database,
            "UPDATE OrleansStorage SET PayloadBinary = @payload WHERE GrainIdExtensionString = @key",
            ("key", $"{AreaUnderTest.Home}/{kind}/{id}"), ("payload", Encoding.UTF8.GetBytes(damage)));
    }

    private async Task<MemberId> APerson()
    {
        var id = new MemberId(Guid.CreateVersion7());
        Yes(await Area.Grains.Member(AreaUnderTest.Home, id).Put(new() { Name = "Sam" }, IfMatch.None, By(id)));
        return id;
    }

    private async Task<GroupId> AGroup(MemberId lead)
    {
        var id = new GroupId(Guid.CreateVersion7());
        Yes(await Area.Grains.Group(AreaUnderTest.Home, id).Put(new() { Name = "Tea" }, IfMatch.None, By(lead)));
        await Delivered();
        return id;
    }

    private async Task<MeetingId> ALog(GroupId group, MemberId lead, int days)
    {
        var id = new MeetingId(Guid.CreateVersion7());
        var today = London.DayOf(TimeProvider.System.GetUtcNow());
        Yes(await Area.Grains.Meeting(AreaUnderTest.Home, id).Record(
            new() { GroupId = group, HeldOn = today.AddDays(days), StartsAt = new(19, 0), Present = [lead] },
            By(lead)));
        await Delivered();
        return id;
    }

    // A message that is still under way would write a row later, into the next test's empty database.
    private Task Delivered() =>
        Until(async () => (await Area.Rows.WaitingOutboxes(Monday.AddYears(100), 1)).Count == 0);

    private static async Task Until(Func<Task<bool>> so)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await so()) await often.WaitForNextTickAsync(timeout.Token);
    }

    private static Caller By(MemberId member) => new(CallerRole.Member, member);

    private static T Yes<T>(Result<T> result)
    {
        if (result.Refused(out var refusal, out var value)) Assert.Fail($"Refused: {refusal}");
        return value!;
    }
}
