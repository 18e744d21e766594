using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>Whatever anybody says about a next step, and whenever.</summary>
public sealed class NextStepProperties
{
    private static readonly GroupId[] Groups = [TheGroup, Neighbours, Bystanders];

    private static readonly Gen<MemberStanding> Anybody =
        from groups in Gen.Shuffle(Groups, 0, 2)
        from leads in Gen.Bool
        select leads ? Leading(groups) : Known with { Groups = [.. groups] };

    private static readonly Gen<(int Act, MemberStanding Own, GroupId Group, int Day)> SomeAct =
        Gen.Select(Gen.Int[0, 5], Anybody, Gen.Int[0, 2].Select(place => Groups[place]), Gen.Int[0, 40]);

    private static readonly Gen<(int Act, MemberStanding Own, GroupId Group, int Day)[]> AnyHistory =
        SomeAct.Array[0, 20];

    [Fact]
    public void None_is_open_without_an_owner_and_none_is_kept_by_the_owner_s_own_voice()
    {
        AnyHistory.Sample(history =>
        {
            var step = After(history);
            if (step.State is NextStepState.Open or NextStepState.Done or NextStepState.Kept)
                Assert.NotNull(step.Owner);
            Assert.All(
                step.Entries.Where(entry => entry.Kind == NextStepEntryKind.Kept),
                entry => Assert.NotEqual(step.Owner, entry.GroupId));
            if (step.State == NextStepState.Kept)
                Assert.Equal(NextStepEntryKind.Kept, step.Entries[^1].Kind);
        }, iter: 2000);
    }

    [Fact]
    public void Momentum_follows_from_what_was_said_and_the_day_alone()
    {
        Gen.Select(AnyHistory, Gen.Int[0, 900]).Sample((history, later) =>
        {
            var step = After(history);
            var again = new NextStep { Id = step.Id, Says = step.Says, Entries = step.Entries, State = step.State };
            var day = Today.AddDays(later);
            Assert.Equal(step.MomentumOn(day), again.MomentumOn(day));
            Assert.Equal(Recounted(step, day), step.MomentumOn(day));
        }, iter: 2000);
    }

    [Fact]
    public void Whatever_is_said_again_changes_nothing()
    {
        Gen.Select(AnyHistory, SomeAct).Sample((history, act) =>
        {
            var once = Do(After(history), act, Now.AddDays(1000));
            Assert.Same(once, Do(once, act, Now.AddDays(1001)));
        }, iter: 2000);
    }

    [Fact]
    public void A_list_loses_no_step_and_begins_with_those_that_are_stuck()
    {
        Gen.Select(AnyHistory.Array[0, 6], Gen.Int[0, 300]).Sample((histories, later) =>
        {
            var day = Today.AddDays(later);
            var steps = histories.Index()
                .Select(one => After(one.Item) with { Id = new(Person(one.Index).Value) })
                .ToList();
            var listed = StepOrder.Of(steps, day).Select(one => one.Id).ToList();
            Assert.Equal(steps.Select(step => step.Id), listed.OrderBy(id => id.Value));
            var stuck = steps.Where(step => Recounted(step, day) == Momentum.Stuck).Select(step => step.Id).ToList();
            Assert.Equal(stuck.ToHashSet(), listed.Take(stuck.Count).ToHashSet());
        }, iter: 300);
    }

    // The last thing that was said, other than news, says how far it is.
    private static Momentum? Recounted(NextStep step, DateOnly day)
    {
        var last = step.Entries.LastOrDefault(entry => entry.Kind != NextStepEntryKind.News)?.Kind;
        if (last is null or NextStepEntryKind.Dropped) return null;
        if (last == NextStepEntryKind.Kept) return Momentum.Kept;
        var saidOn = step.Entries.Max(entry => PeerNet.Calendar.London.DayOf(entry.At));
        var isOverdue = last == NextStepEntryKind.TakenOn && day > step.Says!.DueOn;
        return isOverdue || saidOn.AddDays(60) < day ? Momentum.Stuck : Momentum.Moved;
    }

    private static NextStep After((int Act, MemberStanding Own, GroupId Group, int Day)[] history)
    {
        var step = AWish();
        var now = Now;
        foreach (var act in history)
        {
            now = now.AddDays(act.Day);
            step = Do(step, act, now);
        }
        return step;
    }

    private static NextStep Do(
        NextStep step, (int Act, MemberStanding Own, GroupId Group, int Day) said, DateTimeOffset now)
    {
        Result<NextStep> next = said.Act switch
        {
            0 or 1 => step.TakeOn(said.Group, said.Own, now),
            2 => step.Tell(News(said.Day), new(said.Group, $"{said.Day}"), said.Own, now),
            3 => step.SayDone(said.Own, now),
            4 => step.Keep(said.Group, said.Own, now),
            _ => step.Drop(new($"{said.Day}"), said.Own, By(Sam), now),
        };
        return next.Refused(out _, out var done) ? step : done;
    }
}
