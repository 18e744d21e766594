using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>Facts reach their grain in the end, whatever happens on the way, and count once.</summary>
public sealed class OutboxTests(Cluster cluster)
{
    [Fact]
    public async Task A_person_s_own_record_learns_of_joining_and_leaving()
    {
        var (group, people) = await cluster.AGroup();
        await Until(async () => (await cluster.Grains.Member(East, people[1]).GetStanding()).Groups.Contains(group));
        Yes(await cluster.Grains.Group(East, group).Leave(people[1], By(people[1])));
        await Until(async () => (await cluster.Grains.Member(East, people[1]).GetStanding()).Groups.IsEmpty);
    }

    [Fact]
    public async Task The_groups_of_somebody_erased_let_go_of_them()
    {
        var (group, people) = await cluster.AGroup(3);
        await Until(async () => !(await cluster.Grains.Member(East, people[1]).GetStanding()).Groups.IsEmpty);
        Yes(await cluster.Grains.Member(East, people[1]).Erase(By(people[1])));
        await Until(async () => !(await cluster.Grains.Group(East, group).GetStanding()).Roster.Contains(people[1]));
        Assert.DoesNotContain(
            "Someone",
            cluster.Storage.Row(cluster.Grains.Member(East, people[1]).GetGrainId())!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_lets_go_of_somebody_who_was_erased_while_they_joined()
    {
        var person = await cluster.APerson();
        Yes(await cluster.Grains.Member(East, person).Erase(By(person)));
        // As if the joining had been checked just before the erasure.
        var group = new GroupId(Guid.CreateVersion7());
        var record = new Group
        {
            Id = group,
            Description = new() { Name = "A group" },
            Roster = [new(person, Part.Member, TimeProvider.System.GetUtcNow())]
        };
        var row =
            new Row<Group> { Version = 5, Record = record, Outbox = [Waiting(new(person, group, Part.Member, 5))] };
        var grain = cluster.Grains.Group(East, group);
        cluster.Storage.Leave(grain.GetGrainId(), row);
        await grain.AsReference<IMessageSender>().Deliver();
        await Until(async () => (await grain.GetStanding()).Roster.IsEmpty);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_delivered_when_the_sweep_comes_by_and_counts_once()
    {
        var person = await cluster.APerson();
        var group = new GroupId(Guid.CreateVersion7());
        var grain = cluster.Grains.Group(East, group);
        var record = new Group { Id = group, Description = new() { Name = "A group" } };
        cluster.Storage.Leave(
            grain.GetGrainId(),
            new Row<Group> { Version = 3, Record = record, Outbox = [Waiting(new(person, group, Part.CoLead, 3))] });
        for (var round = 0; round < 3; round++) await grain.AsReference<IMessageSender>().Deliver();
        await Until(async () => (await cluster.Grains.Member(East, person).GetStanding()).Leads.Contains(group));
        await cluster.Delivered(grain.GetGrainId());
    }

    [Fact]
    public async Task A_receiver_whose_storage_fails_gets_the_fact_again()
    {
        var (group, _) = await cluster.AGroup(1);
        var person = await cluster.APerson();
        var member = cluster.Grains.Member(East, person);
        cluster.Storage.FailBefore(member.GetGrainId());
        Yes(await cluster.Grains.Group(East, group).Join(person, new(), By(person)));
        await Until(async () =>
        {
            await cluster.Grains.Group(East, group).AsReference<IMessageSender>().Deliver();
            return await Knows(member, group);
        });
    }

    [Fact]
    public async Task A_receiver_that_fails_is_left_alone_for_a_while_and_does_not_hold_up_others()
    {
        var (group, _) = await cluster.AGroup(1);
        var one = await cluster.APerson();
        var other = await cluster.APerson();
        cluster.Storage.FailBefore(cluster.Grains.Member(East, one).GetGrainId());
        var grain = cluster.Grains.Group(East, group);
        Yes(await grain.Join(one, new(), By(one)));
        Yes(await grain.Join(other, new(), By(other)));
        await Until(async () => (await cluster.Grains.Member(East, other).GetStanding()).Groups.Contains(group));
        await Until(() => Task.FromResult(
            cluster.Storage.Row(grain.GetGrainId())!.Contains("\"notBefore\"", StringComparison.Ordinal)));
        await Until(async () =>
        {
            await grain.AsReference<IMessageSender>().Deliver();
            return await Knows(cluster.Grains.Member(East, one), group);
        });
        await cluster.Delivered(grain.GetGrainId());
    }

    [Fact]
    public async Task A_cancelled_meeting_is_no_longer_the_group_s_next()
    {
        var (group, people) = await cluster.AGroup();
        var grain = cluster.Grains.Group(East, group);
        Yes(await grain.Put(
            new()
            {
                Name = "A group",
                Schedule = new()
                {
                    Series = [new() { Id = "daily", Versions = [new(Yesterday, Seven, 60, "FREQ=DAILY")] }]
                }
            },
            IfMatch.Any,
            By(people[0])));
        var next = Yes(await grain.Get(Caller.Visitor)).NextMeeting!;
        var day = DateOnly.FromDateTime(next.StartsAt.DateTime);
        Yes(await cluster.Grains.Meeting(East, next.Id)
            .Cancel(new() { GroupId = group, HeldOn = day, StartsAt = Seven }, By(people[0])));
        await Until(async () => Yes(await grain.Get(Caller.Visitor)).NextMeeting!.StartsAt > next.StartsAt);
    }

    private static Posted Waiting(MembershipChanged message) =>
        new(message.Addressee(East), TimeProvider.System.GetUtcNow(), message);

    // The activation whose write failed may still be there, and answers with the fault.
    private static async Task<bool> Knows(IMemberGrain member, GroupId group)
    {
        try
        {
            return (await member.GetStanding()).Groups.Contains(group);
        }
        catch (Exception fault) when (fault is IOException or Orleans.Runtime.OrleansException)
        {
            return false;
        }
    }
}
