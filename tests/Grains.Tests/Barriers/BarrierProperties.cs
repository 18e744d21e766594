using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>Whatever groups and roles say, in any order and more than once.</summary>
public sealed class BarrierProperties
{
    private static readonly GroupId[] Groups = [TheGroup, SomeGroup(1), SomeGroup(2), SomeGroup(3)];
    private static readonly AnswerBarrier[] Kinds = [Can, Cannot, DontKnowYet];
    private static readonly Caller[] Callers = [ByHolder, ByHolder, ByHolder, BySam, ByLead, ByCoordinator];
    private static readonly Gen<Caller> SomeCaller = Gen.Int[0, 5].Select(caller => Callers[caller]);

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (2, Gen.Select(Gen.Int[0, 1], SomeCaller).Select((days, by) => new Step(
            $"heard by {days}", by, false, barrier => barrier.HeardBy(Today.AddDays(days), by)))),
        (4, Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], SomeCaller).Select((kind, number, by) => new Step(
            $"answer {number} of {kind}", by, false, barrier => barrier.Given(Kinds[kind], number, by)))),
        (2, Gen.Select(Gen.Int[1, 3], SomeCaller).Select((number, by) => new Step(
            $"addition {number}", by, false, barrier => barrier.More($"More {number}", number, by)))),
        (3, Gen.Int[0, 3].Select(group => new Step(
            $"{group} says us too", BySam, true, barrier => barrier.SayUsToo(Groups[group], Of(Groups[group]))))),
        (5, Gen.Select(Gen.Int[0, 3], Gen.Enum<Helped>(), Gen.Int[1, 4]).Select((group, said, answer) => new Step(
            $"{group} says {said} to {answer}", BySam, true, barrier => barrier.Says(Groups[group], said, answer)))));

    [Fact]
    public void What_was_said_stays_and_only_the_role_says_it() => Walk((before, step, after) =>
    {
        Assert.Equal(WeWait, after.Raised);
        var kept = after.Answers.Take(before.Answers.Length);
        Assert.Equal(before.Answers.Select(one => one.Says), kept.Select(one => one.Says));
        foreach (var (old, now) in before.Answers.Zip(after.Answers))
            Assert.Equal(old.Additions, now.Additions.Take(old.Additions.Length));
        var hasSpoken = after.Answers.Length > before.Answers.Length || after.DueOn != before.DueOn;
        if (hasSpoken) Assert.Equal(ByHolder, step.By);
    });

    [Fact]
    public void A_no_has_one_limit_and_helped_is_apart_from_answered() => Walk((before, step, after) =>
    {
        Assert.All(after.Answers, one =>
            Assert.Equal(one.Says.Kind == AnswerKind.Cannot, one.Says.LimitId is not null));
        if (step.IsOfGroup) Assert.Equal(before.DueOn, after.DueOn);
        if (after.State == BarrierState.Settled) Assert.Equal(Helped.Yes, after.Answers[^1].Said(TheGroup));
        if (after.State != BarrierState.Reopened || before.State == BarrierState.Reopened) return;
        Assert.True(step.IsOfGroup, step.Name);
        Assert.Contains(after.Answers[^1].Helped, one => one.Said == Helped.No);
    });

    [Fact]
    public void When_the_first_answer_came_is_noted_once_and_dont_know_yet_is_none() => Walk((before, _, after) =>
    {
        var isAnswered = after.Answers.Any(one => one.Says.Kind != AnswerKind.DontKnowYet);
        Assert.Equal(isAnswered, after.AnsweredOn is not null);
        if (before.AnsweredOn is null) return;
        Assert.Equal((before.WasDueOn, before.AnsweredOn), (after.WasDueOn, after.AnsweredOn));
    });

    [Fact]
    public void Us_too_is_a_set_of_other_groups() => Walk((_, _, after) =>
    {
        Assert.Equal(after.UsToo.Distinct(), after.UsToo);
        Assert.DoesNotContain(TheGroup, after.UsToo);
        Assert.Null(after.Seen().UsToo.Number);
    });

    [Fact]
    public void In_whatever_order_barriers_and_the_change_arrive_each_group_gets_one_notice()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 5], Gen.Bool).Array[1, 12].Select(Gen.Int[0, 12]).Sample(
            (citations, changesAt) =>
            {
                var limit = ALimit();
                var told = new List<GroupId>();
                for (var at = 0; at <= citations.Length; at++)
                {
                    if (at == Math.Min(changesAt, citations.Length))
                        Do(one => one.Change(new("Done."), Housing, ByHolder));
                    if (at == citations.Length) break;
                    var (group, barrier, isWithdrawn) = citations[at];
                    Do(one => one.CitedBy(barrier, Groups[group], isWithdrawn));
                }
                Assert.Equal(told.Distinct(), told);
                Assert.Equal(TheAct, limit.Says);
                Assert.Subset(told.ToHashSet(), limit.Cited.Select(one => one.Group).ToHashSet());

                void Do(Func<Limit, Next<Limit>> step)
                {
                    var next = step(limit);
                    told.AddRange(next.Messages.OfType<LeadsTold>().Select(one => one.Group));
                    limit = next.Yes();
                    Assert.Same(limit, step(limit).Yes());
                }
            },
            iter: 1000);
    }

    [Fact]
    public void On_any_day_it_is_over_since_the_first_day_that_passed_and_was_not_answered()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 20], Gen.Int[0, 30]).Array[0, 12].Sample(said =>
        {
            var barrier = ABarrier();
            var named = new List<(int On, int Due)>();
            var day = 0;
            foreach (var (act, later, ahead) in said)
            {
                day += later;
                var due = day + ahead;
                var next = Do(barrier, act, day, Today.AddDays(due));
                if (next.Refused(out _, out var after) || ReferenceEquals(after, barrier)) continue;
                barrier = after;
                // An answer takes the place of every day that was named before.
                if (act is 2 or 3) named.Clear();
                if (act is 0 or 1 or 2) named.Add((day, due));
            }
            for (var on = day; on < day + 60; on += 3)
                Assert.Equal(Recounted(barrier.State, named, on), barrier.Seen(days: on).DaysOver);
        }, iter: 500);
    }

    // Promises and other days since the last answer, each with the day on which it was named.
    private static int? Recounted(BarrierState state, List<(int On, int Due)> named, int day)
    {
        if (state == BarrierState.Settled) return null;
        foreach (var (place, one) in named.Index())
        {
            var until = place + 1 < named.Count ? named[place + 1].On : day;
            if (one.Due < until) return day - one.Due;
        }
        return null;
    }

    private static Next<Barrier> Do(Barrier barrier, int act, int day, DateOnly due) => act switch
    {
        0 => barrier.HeardBy(due, days: day),
        1 => barrier.Given(DontKnowYet with { By = due }, barrier.Answers.Length + 1, days: day),
        2 => barrier.Given(Can with { By = due }, barrier.Answers.Length + 1, days: day),
        3 => barrier.Given(Cannot, barrier.Answers.Length + 1, days: day),
        4 => barrier.Says(TheGroup, Helped.Yes, barrier.Answers.Length),
        5 => barrier.Says(TheGroup, Helped.No, barrier.Answers.Length),
        _ => barrier.Says(TheGroup, Helped.TooSoon, barrier.Answers.Length),
    };

    private static void Walk(Action<Barrier, Step, Barrier> always)
    {
        SomeStep.Array[1, 20].Sample(
            steps =>
            {
                var barrier = ABarrier();
                foreach (var step in steps)
                {
                    if (step.Do(barrier).Refused(out _, out var next)) continue;
                    always(barrier, step, next!);
                    if (!step.Do(next!).Refused(out _, out var again)) Assert.Same(next, again);
                    barrier = next!;
                }
            },
            iter: 2000,
            print: steps => string.Join("; ", steps.Select(step => step.Name)));
    }

    private sealed record Step(string Name, Caller By, bool IsOfGroup, Func<Barrier, Next<Barrier>> Do);
}
