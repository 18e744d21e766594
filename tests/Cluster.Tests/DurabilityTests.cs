using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>What only Orleans and storage together can break.</summary>
public sealed class DurabilityTests(Cluster cluster)
{
    [Fact]
    public async Task A_write_that_fails_is_never_served_and_may_be_sent_again()
    {
        var (group, people) = await cluster.AGroup();
        var grain = cluster.Grains.Group(East, group);
        var renamed = new GroupDescription { Name = "Another name" };
        cluster.Storage.FailBefore(grain.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Put(renamed, IfMatch.Any, By(people[0])));
        Assert.Equal("A group", Yes(await grain.Get(Caller.Visitor)).Name);
        Assert.Equal("Another name", Yes(await grain.Put(renamed, IfMatch.Any, By(people[0]))).Answer.Name);
    }

    [Fact]
    public async Task A_log_whose_answer_was_lost_is_found_when_it_is_sent_again_and_counts_once()
    {
        var (group, people) = await cluster.AGroup();
        var meeting = cluster.Grains.Meeting(East, new(Guid.CreateVersion7()));
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = Yesterday, StartsAt = Seven, Present = [.. people], Unnamed = new(Newcomers: 2)
        };
        cluster.Storage.FailAfter(meeting.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => meeting.Record(log, By(people[0])));
        var again = Yes(await meeting.Record(log, By(people[0])));
        Assert.Equal((false, 4, 1), (again.Created, again.Answer.HeadCount, again.Answer.Version));
    }

    [Fact]
    public async Task Fifty_people_marking_themselves_at_once_are_all_counted_in_fewer_writes()
    {
        var (group, people) = await cluster.AGroup(50);
        var meeting = cluster.Grains.Meeting(East, await cluster.APlannedMeeting(group, people[0]));
        var before = cluster.Storage.Writes(meeting.GetGrainId());
        // While the first is being written all the others come: a busy machine must not decide how many share.
        var first = cluster.Storage.Hold(meeting.GetGrainId());
        var marks = people.Select(p => meeting.Mark(p, new(Mark.Present), By(p))).ToList();
        await Until(
            () => Task.FromResult(first.State is Row<PeerNet.Grains.Meetings.Meeting> { Record.Attendance.Named: 50 }));
        first.LetGo();
        foreach (var marked in await Task.WhenAll(marks)) Yes(marked);
        Assert.Equal(50, Yes(await meeting.Get(By(people[0]))).Named);
        Assert.InRange(cluster.Storage.Writes(meeting.GetGrainId()) - before, 1, 40);
    }

    [Fact]
    public async Task Racing_first_writes_of_one_meeting_leave_one_log()
    {
        var (group, people) = await cluster.AGroup();
        var meeting = cluster.Grains.Meeting(East, new(Guid.CreateVersion7()));
        var logs = Enumerable.Range(0, 10).Select(n =>
            new RecordMeeting { GroupId = group, HeldOn = Yesterday, StartsAt = Seven, Unnamed = new(Visitors: n) });
        var answers = await Task.WhenAll(logs.Select(log => meeting.Record(log, By(people[0]))));
        Assert.Single(answers, answer => !answer.Refused(out _, out var written) && written.Created);
        Assert.Equal(
            9, answers.Count(answer => answer.Refused(out var no, out _) && no.Code == "meeting.already-recorded"));
    }
}
