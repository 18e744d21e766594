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
        Assert.DoesNotContain("Someone", cluster.Storage.Row(cluster.Grains.Member(East, people[1]).GetGrainId())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_lets_go_of_somebody_who_was_erased_while_they_joined()
    {
        var person = await cluster.APerson();
        Yes(await cluster.Grains.Member(East, person).Erase(By(person)));
        // As if the joining had been checked just before the erasure.
        var group = new GroupId(Guid.CreateVersion7());
        var row = new Group { Id = group, Description = new() { Name = "A group" }, Roster = [new(person, Part.Member, TimeProvider.System.GetUtcNow())], Outbox = [new(TimeProvider.System.GetUtcNow(), new(person, group, Part.Member, 5))] };
        var grain = cluster.Grains.Group(East, group);
        cluster.Storage.Leave(grain.GetGrainId(), row);
        await grain.AsReference<IOutboxGrain>().Deliver();
        await Until(async () => (await grain.GetStanding()).Roster.IsEmpty);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_delivered_when_the_sweep_comes_by_and_counts_once()
    {
        var person = await cluster.APerson();
        var group = new GroupId(Guid.CreateVersion7());
        var grain = cluster.Grains.Group(East, group);
        var posted = new Posted<MembershipChanged>(TimeProvider.System.GetUtcNow(), new(person, group, Part.CoLead, 3));
        cluster.Storage.Leave(grain.GetGrainId(), new Group { Version = 3, Id = group, Description = new() { Name = "A group" }, Outbox = [posted] });
        for (var round = 0; round < 3; round++) await grain.AsReference<IOutboxGrain>().Deliver();
        await Until(async () => (await cluster.Grains.Member(East, person).GetStanding()).Leads.Contains(group));
        await cluster.Delivered(grain.GetGrainId());
    }

    [Fact]
    public async Task A_receiver_whose_storage_fails_gets_the_fact_again()
    {
        var (group, people) = await cluster.AGroup(1);
        var person = await cluster.APerson();
        var member = cluster.Grains.Member(East, person);
        cluster.Storage.FailBefore(member.GetGrainId());
        Yes(await cluster.Grains.Group(East, group).Join(person, new(), By(people[0])));
        await Until(async () =>
        {
            await cluster.Grains.Group(East, group).AsReference<IOutboxGrain>().Deliver();
            return (await member.GetStanding()).Groups.Contains(group);
        });
    }

    [Fact]
    public async Task A_cancelled_meeting_is_no_longer_the_group_s_next()
    {
        var (group, people) = await cluster.AGroup();
        var grain = cluster.Grains.Group(East, group);
        Yes(await grain.Put(new() { Name = "A group", Schedule = new() { Patterns = [new(Yesterday, Seven, 60, "FREQ=DAILY")] } }, IfMatch.Any, By(people[0])));
        var next = Yes(await grain.Get(Caller.Visitor)).NextMeeting!;
        var day = DateOnly.FromDateTime(next.StartsAt.DateTime);
        Yes(await cluster.Grains.Meeting(East, next.Id).Cancel(new() { GroupId = group, HeldOn = day, StartsAt = Seven }, By(people[0])));
        await Until(async () => Yes(await grain.Get(Caller.Visitor)).NextMeeting!.StartsAt > next.StartsAt);
    }
}
