using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Cluster.Tests;

/// <summary>Whoever asks for IDs at random leaves nothing behind.</summary>
public sealed class UnknownTests(Cluster cluster)
{
    // Of GroupOptions.
    private const int MaxLed = 15;

    [Fact]
    public async Task Grains_that_hold_nothing_do_not_stay_in_memory()
    {
        var by = Cluster.By(await cluster.APerson());
        var asked = new HashSet<GrainId>();
        for (var number = 0; number < 100; number++)
        {
            var id = Guid.CreateVersion7();
            var group = cluster.Grains.Group(Cluster.East, new GroupId(id));
            var member = cluster.Grains.Member(Cluster.East, new MemberId(id));
            var meeting = cluster.Grains.Meeting(Cluster.East, new MeetingId(id));
            var seat = cluster.Grains.Seat(Cluster.East, new SeatId(id));
            Assert.True((await group.Get(by)).Refused(out _, out _));
            Assert.True((await group.Leave(by.Member!.Value, by)).Refused(out _, out _));
            Assert.True((await member.Get(by)).Refused(out _, out _));
            Assert.True((await meeting.Get(by)).Refused(out _, out _));
            Assert.True((await seat.Get(by)).Refused(out _, out _));
            asked.UnionWith(
                [group.GetGrainId(), member.GetGrainId(), meeting.GetGrainId(), seat.GetGrainId()]);
        }
        await HaveLeft(asked);
    }

    [Fact]
    public async Task Calendars_tokens_and_passkeys_that_anyone_can_make_up_leave_nothing_in_memory()
    {
        var asked = new HashSet<GrainId>();
        for (var number = 0; number < 25; number++)
        {
            var calendar = cluster.Grains.CalendarKey(Cluster.East, new MemberId(Guid.CreateVersion7()));
            var programs = cluster.Grains.Programs(Cluster.East, new MemberId(Guid.CreateVersion7()));
            var listed = cluster.Grains.Passkeys(Cluster.East, new MemberId(Guid.CreateVersion7()));
            var found = cluster.Grains.Passkeys(Cluster.East, new MemberId(Guid.CreateVersion7()));
            Assert.False(await calendar.Opens("a digest"));
            Assert.False(await programs.Use(new SessionId(Guid.CreateVersion7()), "a digest"));
            Assert.Empty(await listed.ListKeys());
            Assert.Null(await found.Find("a credential"));
            asked.UnionWith(
                [calendar.GetGrainId(), programs.GetGrainId(), listed.GetGrainId(), found.GetGrainId()]);
        }
        await HaveLeft(asked);
    }

    [Fact]
    public async Task Gatherings_that_nobody_planned_and_groups_that_somebody_may_not_found_leave_nothing_in_memory()
    {
        var by = Cluster.By(await cluster.APerson());
        for (var number = 0; number < MaxLed; number++)
            Cluster.Yes(await AGroup().Put(new() { Name = "A group" }, IfMatch.None, by));
        var member = cluster.Grains.Member(Cluster.East, by.Member!.Value);
        await Cluster.Until(async () => (await member.GetStanding()).Leads.Length == MaxLed);
        var asked = new HashSet<GrainId>();
        for (var number = 0; number < 25; number++)
        {
            var group = AGroup();
            ILinkedRoomGrain[] rooms = [ARoom(), ARoom(), ARoom()];
            Assert.Equal(
                "group.too-many-led", Cluster.No(await group.Put(new() { Name = "A group" }, IfMatch.None, by)));
            Assert.Equal("gathering.not-found", Cluster.No(await rooms[0].Ask(new("west-sussex"), by)));
            Assert.Equal("gathering.not-found", Cluster.No(await rooms[1].Join(by)));
            Assert.Equal(
                "gathering.not-found",
                Cluster.No(await rooms[2].Share(new QuestionId(Guid.CreateVersion7()), by)));
            asked.UnionWith(rooms.Select(room => room.GetGrainId()).Append(group.GetGrainId()));
        }
        await HaveLeft(asked);

        IGroupGrain AGroup() => cluster.Grains.Group(Cluster.East, new GroupId(Guid.CreateVersion7()));

        ILinkedRoomGrain ARoom() =>
            cluster.Grains.LinkedRoom(Cluster.East, new GatheringId(Guid.CreateVersion7()));
    }

    private async Task HaveLeft(HashSet<GrainId> asked)
    {
        var management = cluster.Grains.GetGrain<IManagementGrain>(0);
        await Cluster.Until(async () =>
            !(await management.GetDetailedGrainStatistics()).Any(active => asked.Contains(active.GrainId)));
    }
}
