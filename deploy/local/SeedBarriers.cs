using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;

namespace PeerNet.Local;

/// <summary>Seeds barriers: one whose answer helped, one that is overdue, one with a limit that is doubted.</summary>
internal sealed class SeedBarriers(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>
    /// Names the roles, claims their limits and raises the barriers, or goes on where an earlier start stopped.
    /// </summary>
    public async Task Write()
    {
        foreach (var (place, role) in file.Roles.Index()) await Write(role, place);
        foreach (var (place, limit) in file.Limits.Index()) await Write(limit, place);
        foreach (var (place, barrier) in file.Barriers.Index()) await Write(barrier, place);
    }

    /// <summary>The ID of a role of an area, by its place in the list.</summary>
    public static RoleId RoleOf(LocalArea at, int place) => new(SeedId.Of(at.Area.Value, "role", place));

    private async Task Write(SeedRole role, int place)
    {
        var holder = file.Holder(place);
        Seed.Expect(await grains.Member(at.Area, holder).Put(new() { Name = role.Holder }, IfMatch.None, Caller.Area));
        Seed.Expect(await grains.Role(at.Area, RoleOf(place)).Put(new(role.Name, holder), Caller.Area));
    }

    private async Task Write(SeedLimit limit, int place)
    {
        var grain = grains.Limit(at.Area, LimitOf(place));
        Seed.Expect(await grain.Claim(
            new()
            {
                RoleId = RoleOf(limit.Role),
                What = limit.What,
                Kind = limit.Kind,
                Source = limit.Source,
                WhoseRule = limit.WhoseRule,
                WouldHaveToChange = limit.WouldHaveToChange,
            },
            new(CallerRole.Member, file.Holder(limit.Role))));
        var lead = await file.LeadOf(grains, limit.DoubtedBy);
        Seed.Expect(await grain.Dispute(file.GroupId(limit.DoubtedBy), new(limit.Doubt), lead));
    }

    private async Task Write(SeedBarrier barrier, int place)
    {
        var id = new BarrierId(SeedId.Of(at.Area.Value, "barrier", place));
        var grain = grains.Barrier(at.Area, id);
        var lead = await file.LeadOf(grains, barrier.Group);
        var group = file.GroupId(barrier.Group);
        Seed.Expect(await grain.Raise(
            new()
            {
                GroupId = group,
                Text = barrier.Text,
                About = barrier.About,
                Layer = barrier.Layer,
                RoleId = RoleOf(barrier.Role),
                GatheringId = barrier.Gathering is { } of ? SeedGatherings.IdOf(at, of) : null,
                Readers = barrier.Readers,
            },
            lead));
        foreach (var other in barrier.UsToo)
            Seed.Expect(await grain.SayUsToo(file.GroupId(other), await file.LeadOf(grains, other)));
        // The earlier start may have been on another day, so each day is said once.
        var state = Seed.Expect(await grain.Get(lead)).State;
        if (state == BarrierState.Raised)
            Seed.Expect(await grain.Hear(new(today.AddDays(barrier.AnswerInDays)), Caller.Area));
        if (barrier.Answer is not { } answer) return;
        var answerId = new AnswerId(SeedId.Of($"{id}", "answer", 0));
        if (state is BarrierState.Raised or BarrierState.Heard)
            Seed.Expect(await grain.Answer(answerId, AnswerOf(answer), Caller.Area));
        if (answer.Helped is { } helped) Seed.Expect(await grain.SayHelped(group, new(answerId, helped), lead));
    }

    private AnswerBarrier AnswerOf(SeedAnswer answer) => new()
    {
        Kind = answer.Kind,
        By = answer.InDays is { } days ? today.AddDays(days) : null,
        LimitId = answer.Limit is { } limit ? LimitOf(limit) : null,
        WhatICan = answer.WhatICan,
        WhatStopsMe = answer.WhatStopsMe,
    };

    private RoleId RoleOf(int place) => RoleOf(at, place);

    private LimitId LimitOf(int place) => new(SeedId.Of(at.Area.Value, "limit", place));
}
