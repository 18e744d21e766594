using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>Notices arrive once, whatever happens on the way, and are erased with the person.</summary>
public sealed class NoticeTests(Cluster cluster)
{
    [Fact]
    public async Task An_invitation_is_noticed_once_although_storage_fails_on_the_way_until_it_is_answered()
    {
        var (group, people) = await cluster.AGroup(1);
        var invited = await cluster.APerson();
        var notices = cluster.Grains.Notices(East, invited);
        cluster.Storage.FailAfter(notices.GetGrainId());
        Yes(await cluster.Grains.Group(East, group).Join(invited, new(), By(people[0])));
        var member = cluster.Grains.Member(East, invited);
        await Until(async () =>
        {
            await member.AsReference<IMessageSender>().Deliver();
            var row = cluster.Storage.Row(member.GetGrainId())!;
            return cluster.Storage.Row(notices.GetGrainId()) is not null
                && !row.Contains("\"to\":", StringComparison.Ordinal);
        });
        var told = Assert.Single(await notices.List(By(invited)));
        Assert.Equal((NoticeKind.Invitation, group, false), (told.Kind, told.GroupId, told.Read));
        Assert.True(Yes(await notices.Read(told.Id, By(invited))).Read);

        Yes(await cluster.Grains.Group(East, group).Leave(invited, By(invited)));
        await Until(async () => (await notices.List(By(invited))).IsEmpty);
    }

    [Fact]
    public async Task A_person_who_has_no_notices_takes_in_many_withdrawals_in_one_activation()
    {
        var nobody = new MemberId(Guid.CreateVersion7());
        var notices = cluster.Grains.Notices(East, nobody);
        var receiver = notices.AsReference<IMessageReceiver>();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var about = new NoticeAbout(NoticeKind.Invitation) { GroupId = new(Guid.CreateVersion7()) };
            Yes(await receiver.Receive(new NoticeWithdrawn(nobody, about, 1)));
        }));
        var management = cluster.Grains.GetGrain<IManagementGrain>(0);
        await Until(async () => (await management.GetDetailedGrainStatistics())
            .Count(one => one.GrainId == notices.GetGrainId()) == 1);
    }

    [Fact]
    public async Task The_notices_of_somebody_erased_go_with_them()
    {
        var (group, people) = await cluster.AGroup(1);
        var invited = await cluster.APerson();
        var notices = cluster.Grains.Notices(East, invited);
        Yes(await cluster.Grains.Group(East, group).Join(invited, new(), By(people[0])));
        await Until(async () => !(await notices.List(By(invited))).IsEmpty);
        Yes(await cluster.Grains.Member(East, invited).Erase(By(invited)));
        await Until(async () => (await notices.List(By(invited))).IsEmpty);
        Assert.DoesNotContain($"{group}", cluster.Storage.Row(notices.GetGrainId())!, StringComparison.Ordinal);
    }
}
