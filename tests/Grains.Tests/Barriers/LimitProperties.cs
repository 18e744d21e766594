using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>Whatever roles, groups and coordinators say of a limit, in any order and more than once.</summary>
public sealed class LimitProperties
{
    private static readonly ClaimLimit Claimed = TheAct with { What = "Robin says that we may not." };
    private static readonly GroupId[] Groups = [TheGroup, SomeGroup(1), SomeGroup(2)];
    private static readonly Caller[] Callers = [ByHolder, ByHolder, ByCoordinator, ByCoordinator, BySam, ByLead];
    private static readonly Gen<Caller> SomeCaller = Gen.Int[0, 5].Select(caller => Callers[caller]);

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (1, Gen.Select(Gen.Int[0, 1], SomeCaller).Select((words, by) => new Step(
            $"claim {words}", by, limit => limit.Claim(
                TheLimit, words == 0 ? Claimed : TheAct, Housing, Known, by, Now)))),
        (3, Gen.Select(Gen.Int[0, 2], SomeCaller).Select((who, by) => new Step(
            $"checked by {who}", by, limit => limit.Check(new($"Law centre {who}", "They read it."), by, Now)))),
        (3, Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1]).Select((group, why) => new Step(
            $"{group} doubts it, {why}", BySam, limit => limit.Dispute(
                Groups[group], new($"Robin says {why}"), Of(Groups[group]), Now)))),
        (1, Gen.Select(Gen.Int[0, 1], SomeCaller).Select((what, by) => new Step(
            $"changed, {what}", by, limit => limit.Change(new($"A new policy {what}"), Housing, by)))),
        (4, Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Bool).Select((group, barrier, isWithdrawn) => new Step(
            $"{barrier} of {group} rests on it{(isWithdrawn ? " no longer" : "")}", Caller.Area,
            limit => limit.CitedBy(barrier, Groups[group], isWithdrawn)))),
        (1, SomeCaller.Select(by => new Step("Robin is taken out", by, limit => limit.TakeOut(new("Robin"), by)))));

    [Fact]
    public void The_claim_stays_but_for_a_name_that_a_coordinator_takes_out() => Walk((before, step, after, _) =>
    {
        Assert.NotNull(after.Says);
        if (after.Says == before.Says) return;
        Assert.Equal(ByCoordinator, step.By);
        Assert.Equal(before.Says! with { What = "[taken out] says that we may not." }, after.Says);
    });

    [Fact]
    public void A_change_is_for_good_and_nobody_checks_or_doubts_it_after_that() => Walk((before, _, after, _) =>
    {
        Assert.Equal(after.State == LimitState.Changed, after.WhatChanged is not null);
        if (before.State != LimitState.Changed) return;
        Assert.Equal((before.State, before.WhatChanged), (after.State, after.WhatChanged));
        Assert.Equal(before.Checks.Length, after.Checks.Length);
        Assert.Equal(before.Disputes.Length, after.Disputes.Length);
    });

    [Fact]
    public void Only_coordinators_check_it_and_each_group_doubts_it_once() => Walk((before, step, after, _) =>
    {
        if (after.Checks.Length > before.Checks.Length) Assert.Equal(ByCoordinator, step.By);
        Assert.True(after.Checks.Length >= before.Checks.Length);
        var doubting = after.Disputes.Select(one => one.GroupId).ToArray();
        Assert.Equal(doubting.Distinct(), doubting);
        Assert.Equal(before.Disputes.Select(one => one.GroupId), doubting.Take(before.Disputes.Length));
        if (after.Disputes.Length > before.Disputes.Length) Assert.Equal(LimitState.Disputed, after.State);
    });

    [Fact]
    public void Each_group_with_a_barrier_that_rests_on_it_gets_one_notice_of_the_change()
    {
        Walk((before, _, after, told) =>
        {
            Assert.Equal(told, after.Told.Except(before.Told));
            Assert.Equal(after.Told.Distinct(), after.Told);
            if (after.State != LimitState.Changed) Assert.Empty(after.Told);
            if (after.State == LimitState.Changed)
                Assert.Subset(after.Told.ToHashSet(), after.Cited.Select(one => one.Group).ToHashSet());
        });
    }

    [Fact]
    public void A_law_is_claimed_with_its_source_and_anything_else_without_one_too()
    {
        Gen.Select(Gen.Enum<LimitKind>(), Gen.OneOf(Gen.Const((string?)null), Gen.String[0, 300])).Sample(
            (kind, source) =>
            {
                var says = TheAct with { Kind = kind, Source = source };
                var claimed = new Limit().Claim(TheLimit, says, Housing, Known, ByHolder, Now);
                if (kind == LimitKind.Law && string.IsNullOrWhiteSpace(source))
                    Assert.True(claimed.Refused(out _, out _));
                if (source is null)
                    Assert.Equal(kind == LimitKind.Law ? "limit.needs-source" : null, CodeOf(claimed));
                if (!claimed.Refused(out _, out var limit)) Assert.Equal(says, limit.Says);
            });

        static string? CodeOf(Result<Limit> claimed) => claimed.Refused(out var why, out _) ? why.Code : null;
    }

    private static void Walk(Action<Limit, Step, Limit, IEnumerable<GroupId>> always)
    {
        SomeStep.Array[1, 20].Sample(
            steps =>
            {
                var limit = ALimit(Claimed);
                foreach (var step in steps)
                {
                    var next = step.Do(limit);
                    if (next.Refused(out _, out var after)) continue;
                    always(limit, step, after!, next.Messages.OfType<LeadsTold>().Select(one => one.Group));
                    if (!step.Do(after!).Refused(out _, out var again)) Assert.Same(after, again);
                    limit = after!;
                }
            },
            iter: 2000,
            print: steps => string.Join("; ", steps.Select(step => step.Name)));
    }

    private sealed record Step(string Name, Caller By, Func<Limit, Next<Limit>> Do);
}
