using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Silo.Storage;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Storage.Tests;

/// <summary>Barriers, limits and roles, as they are listed.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task Open_barriers_are_listed_those_that_have_waited_longest_first()
    {
        var today = new DateOnly(2026, 11, 23);
        var old = await ABarrier(new() { RaisedAt = Monday.AddDays(-9) });
        var late = await ABarrier(new() { State = BarrierState.Heard, DueOn = today.AddDays(-2), RaisedAt = Monday });
        var latest = await ABarrier(
            new() { State = BarrierState.Answered, DueOn = today.AddDays(-12), RaisedAt = Monday.AddDays(-1) });
        var ahead = await ABarrier(
            new() { State = BarrierState.Reopened, DueOn = today.AddDays(9), RaisedAt = Monday });
        var putOff = await ABarrier(new()
        {
            State = BarrierState.Heard, DueOn = today.AddDays(30), Missed = today.AddDays(-5), RaisedAt = Monday,
        });
        var fresh = await ABarrier(new() { RaisedAt = Monday });
        var settled = await ABarrier(new() { State = BarrierState.Settled, RaisedAt = Monday.AddDays(-5) });
        var later = await ABarrier(new() { State = BarrierState.Settled, RaisedAt = Monday });
        await ABarrier(new() { State = BarrierState.Withdrawn, DueOn = today.AddDays(-30), RaisedAt = Monday });
        var rows = new BarrierRows(Area.Database);
        var ours = new[] { latest, old, putOff, late, fresh, ahead };
        Assert.Equal(ours, Ids(await rows.Open(200)).Intersect(ours));
        Assert.Equal([later, settled], Ids(await rows.Settled(200)).Intersect([settled, later, .. ours]));
        Assert.Equal(ours.Order().Reverse(), Ids(await rows.Newest("barrier", 9)).Intersect(ours));
    }

    [Fact]
    public async Task Barriers_are_found_by_the_gathering_at_which_they_were_raised()
    {
        var gathering = new GatheringId(Guid.CreateVersion7());
        var second = await ABarrier(new() { Raised = RaisedAt(gathering), RaisedAt = Monday });
        await ABarrier(new() { Raised = RaisedAt(new(Guid.CreateVersion7())) });
        await ABarrier(new() { Raised = RaisedAt(null) });
        var first = await ABarrier(new()
        {
            Raised = RaisedAt(gathering), RaisedAt = Monday.AddDays(-1), State = BarrierState.Settled,
        });
        var rows = new BarrierRows(Area.Database);
        Assert.Equal([first, second], Ids(await rows.OfGathering(gathering.Value, 9)));
        Assert.Equal([first], Ids(await rows.OfGathering(gathering.Value, 1)));
    }

    [Fact]
    public async Task Answers_of_this_year_are_counted_by_the_day_on_which_they_were_due()
    {
        await Empty();
        var rows = new BarrierRows(Area.Database);
        var today = new DateOnly(2026, 11, 23);
        await ABarrier(new() { State = BarrierState.Heard, DueOn = today, RaisedAt = Monday.AddYears(-1) });
        await ABarrier(new() { State = BarrierState.Withdrawn });
        Barrier[] raised =
        [
            new() { RaisedAt = Monday },
            new() { State = BarrierState.Heard, DueOn = today.AddDays(-1), RaisedAt = Monday },
            new() { State = BarrierState.Heard, DueOn = today, RaisedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            new()
            {
                State = BarrierState.Answered, DueOn = today.AddDays(9), Missed = today.AddDays(-5), RaisedAt = Monday,
            },
            new()
            {
                State = BarrierState.Answered, DueOn = today.AddDays(-1), RaisedAt = Monday,
                WasDueOn = today.AddDays(-3), AnsweredOn = today.AddDays(-3),
            },
            new()
            {
                State = BarrierState.Reopened, DueOn = today.AddDays(-1), RaisedAt = Monday,
                WasDueOn = today.AddDays(-3), AnsweredOn = today.AddDays(-2),
            },
            new() { State = BarrierState.Settled, DueOn = today, RaisedAt = Monday, AnsweredOn = today },
        ];
        foreach (var barrier in raised) await ABarrier(barrier);
        Assert.Equal(new AnswerShares(2026, null), await rows.Answers(today));
        await ABarrier(new()
        {
            State = BarrierState.Settled, RaisedAt = Monday, WasDueOn = today.AddDays(-3),
            AnsweredOn = today.AddDays(-9),
        });
        Assert.Equal(
            new AnswerCounts
            {
                Raised = 8, ByDate = 2, Late = 1, Over = 2, Ahead = 1, WithoutDay = 2, Answered = 4, Helped = 2,
            },
            (await rows.Answers(today)).Counts);
    }

    [Fact]
    public async Task Answers_that_three_groups_have_asked_for_are_not_counted()
    {
        await Empty();
        var groups = Enumerable.Range(0, 3).Select(_ => new GroupId(Guid.CreateVersion7())).ToArray();
        foreach (var number in Enumerable.Range(0, 9))
            await ABarrier(new() { Group = groups[number % 3], RaisedAt = Monday });
        var rows = new BarrierRows(Area.Database);
        Assert.Null((await rows.Answers(new(2026, 11, 23))).Counts);
        await ABarrier(new() { RaisedAt = Monday });
        Assert.Equal(10, (await rows.Answers(new(2026, 11, 23))).Counts?.WithoutDay);
    }

    private static RaiseBarrier RaisedAt(GatheringId? gathering) => new()
    {
        GroupId = new(Guid.CreateVersion7()), Text = "We wait nine weeks", About = BarrierAbout.Time,
        Layer = Layer.Organisation, RoleId = new(Guid.CreateVersion7()), GatheringId = gathering,
    };

    private async Task<Guid> ABarrier(Barrier barrier)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("barrier", $"{AreaUnderTest.Home}/barrier/{id}");
        var record = barrier with { Id = new(id), Group = barrier.Group ?? new GroupId(Guid.CreateVersion7()) };
        var state = new GrainState<Row<Barrier>>(new() { Version = 1, Record = record });
        await Area.Storage.WriteStateAsync("barrier", grain, state);
        return id;
    }

    private static string AStoredBarrier(int number) => $$$"""
        {"record":{"state":"{{{(number % 10 == 0 ? "heard" : "settled")}}}",
        "raised":{"gatheringId":"{{{Guid.CreateVersion7()}}}"},"raisedAt":"2026-11-{{{number % 28 + 1:00}}}"}}
        """;
}
