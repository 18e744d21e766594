using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Cluster.Tests;

/// <summary>Whoever asks for IDs at random leaves nothing behind.</summary>
public sealed class UnknownTests(Cluster cluster)
{
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
        var management = cluster.Grains.GetGrain<IManagementGrain>(0);
        await Cluster.Until(async () =>
            !(await management.GetDetailedGrainStatistics()).Any(active => asked.Contains(active.GrainId)));
    }
}
