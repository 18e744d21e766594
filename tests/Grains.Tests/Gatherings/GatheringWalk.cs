using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ReleasedTests;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What keepers, tables and others do with a gathering, in any order and more than once.</summary>
internal static class GatheringWalk
{
    private const int Tables = 5, Present = 8;

    private static readonly AskQuestion[] Kinds = [AVote, AQuiz, AThumb, AWarmUp()];

    private static readonly Dictionary<QuestionId, SlipKey> Keys =
        Enumerable.Range(0, Kinds.Length).ToDictionary(Asked, number => new SlipKey([(byte)number]));

    private static readonly PeopleComing Six = new() { People = 6, Needs = [AccessNeed.SignLanguage] };

    private static readonly Caller[] Callers = [ByLead, ByOther, ByLead, ByOther, BySam, ByCoordinator];

    private static readonly Gen<Caller> Somebody = Gen.Int[0, 5].Select(caller => Callers[caller]);

    private static readonly Gen<int> SomeQuestion = Gen.Int[0, 3], SomeTable = Gen.Int[1, Tables];

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (4, Gen.Const(new Step(
            "another keeps it", ByOther, one => one.Keep(OtherGroup, LeadsOther, Known, ByOther), Act.OfAnybody))),
        (1, Gen.Const(new Step(
            "the lead keeps it", ByLead, one => one.Keep(TheGroup, Leads, Known, ByLead), Act.OfAnybody))),
        (1, Somebody.Select(by => new Step(
            $"{by} gives it up", by, one => one.GiveUp(OtherGroup, by == ByOther ? LeadsOther : Known, by),
            Act.OfAnybody))),
        (4, Somebody.Select(by => new Step($"{by} opens it", by, one => one.Open(by)))),
        (1, Gen.Select(Somebody, Gen.Int[0, 25]).Select((by, hours) => new Step(
            $"{by} closes it after {hours} hours", by, one => one.Close(by, Now.AddHours(hours), Keys)
                .Then(over => over.Release(Rule))) { At = Now.AddHours(hours) })),
        (1, Somebody.Select(by => new Step($"{by} cancels it", by, one => one.Cancel(new("No hall"), by)))),
        (2, Somebody.Select(by => new Step(
            $"{by} says who comes", by, one => one.SayComing(by == ByOther ? OtherGroup : TheGroup, Six, by)))),
        (2, Gen.Int[0, 3].Select(days => new Step(
            $"a morning comes {days} days after it", BySam,
            one => one.ForgetComing(APlan.HeldOn.AddDays(days)), Act.OfMornings)
        {
            At = London.At(APlan.HeldOn.AddDays(days), new(8, 0))!.Value,
        })),
        (6, Gen.Select(SomeTable, Gen.Int[3, Present + 2], Somebody).Select((table, present, by) => new Step(
            $"{by} lays {table} for {present}", by, one => one.Lay(At(table), new((Animal)table, present), by)))),
        (2, Gen.Select(SomeTable, Somebody).Select((table, by) => new Step(
            $"{by} says that nobody sits at {table}", by, one => one.Lay(At(table), new((Animal)table, 0), by)))),
        (3, Gen.Select(SomeTable, Somebody).Select((table, by) => new Step(
            $"{by} takes {table} away", by, one => one.TakeAway(At(table), [], by)))),
        (5, Gen.Select(SomeQuestion, Gen.Int[0, 1], Somebody).Select((question, text, by) => new Step(
            $"{by} asks {question} in words {text}", by, one => one.Ask(Asked(question), Kinds[question] with
            {
                Text = $"Text {text}",
            }, by)))),
        (8, Gen.Select(SomeQuestion, Somebody).Select((question, by) => new Step(
            $"{by} says {question} is ready", by, one => one.MakeReady(Asked(question), by)))),
        (8, Gen.Select(SomeQuestion, Somebody).Select((question, by) => new Step(
            $"{by} opens {question}", by, one => one.OpenQuestion(Asked(question), by)))),
        (2, Gen.Select(SomeQuestion, Somebody).Select((question, by) => new Step(
            $"{by} has hands down for {question}", by, one => one.CountQuestion(Asked(question), by, Keys)))),
        (3, Gen.Select(SomeQuestion, Somebody).Select((question, by) => new Step(
            $"{by} closes {question}", by, one => one.CloseQuestion(Asked(question), by, Keys)
                .Map(closed => closed.Release(Rule))))),
        (14, Gen.Select(SomeQuestion, SomeTable, Gen.Int[0, Present], Gen.Int[0, Present].Array[4], Gen.Int[0, 30])
            .Select((question, table, tookPart, drawn, number) => Entering(
                question, number, ReleaseProperties.Fitting(Kinds[question], table, Present - 2, tookPart, drawn)))),
        (5, Gen.Select(SomeQuestion, SomeTable, Gen.Int[0, 9], Gen.Int[0, 2]).Select((question, table, code, choice) =>
            new Step($"slip {code} of {table} says {choice} to {question}", BySam, one => one.Spend(
                Asked(question), At(table), Chosen(question, code, choice), Keys[Asked(question)]), Act.OfAnybody))),
        (1, Somebody.Select(by => new Step(
            $"{by} takes out", by, one => one.TakeOut(new TakeOutWords("xt"), by), Act.TakingOut))),
        (1, Gen.Bool.Select(isLead => isLead ? Lead : Other).Select(person => new Step(
            $"{person} is erased", BySam, one => one.Forget(person, Abroad.East, Now), Act.OfAnybody)
        {
            Erased = person,
        })));

    private static readonly Gen<Walked> SomeWalk = Gen.Select(
        Gen.Int[0, 2], SomeStep.Array[1, 80],
        (start, steps) => new Walked(new[] { AGathering(), Prepared(), Begun() }[start], steps));

    private static Step Entering(int question, int number, EnterTally hands)
    {
        // A sheet that corrects the two before it.
        var counted = number > 20 ? hands with { Replaces = [Entry(number - 1), Entry(number - 2)] } : hands;
        return new($"entry {number} for {question}: {counted.TableId} {counted.TookPart}", ByLead, one =>
            one.Enter(Asked(question), Entry(number), counted, ByLead, Now).Map(next => next.Release(Rule)));
    }

    private static SpendSlip Chosen(int question, int code, int choice) =>
        new($"{code}", Kinds[question].Kind == QuestionKind.WarmUp ? [] : [SheetBoxes.Of(Kinds[question])[choice]]);

    public static void Walk(Action<Gathering, Step, Gathering> always)
    {
        SomeWalk.Sample(
            walk =>
            {
                var gathering = walk.From;
                foreach (var step in walk.Steps)
                {
                    if (step.Do(gathering).Refused(out _, out var next)) continue;
                    if (!step.Do(next).Refused(out _, out var again)) Assert.Same(next, again);
                    if (!ReferenceEquals(next, gathering)) always(gathering, step, next);
                    gathering = next;
                }
            },
            iter: 1000,
            print: walk => $"{walk.From.State}: {string.Join("; ", walk.Steps.Select(step => step.Name))}");
    }

    // Most afternoons have been prepared, so that a walk gets to the end of some.
    private static Gathering Prepared()
    {
        return Enumerable.Range(0, Kinds.Length).Aggregate(
            AGathering().Kept().Laid([.. Enumerable.Repeat(Present, Tables)]),
            (room, number) => room.Ask(Asked(number), Kinds[number], ByLead).Yes()
                .MakeReady(Asked(number), ByLead).Yes()
                .MakeReady(Asked(number), ByOther).Yes());
    }

    private static Gathering Begun()
    {
        return Enumerable.Range(0, Kinds.Length).Aggregate(
            Prepared().Open(ByLead).Yes(), (room, number) => room.OpenQuestion(Asked(number), ByOther).Yes());
    }

    private sealed record Walked(Gathering From, Step[] Steps);

    public enum Act
    {
        OfKeepers,
        TakingOut,
        OfAnybody,
        OfMornings,
    }

    public sealed record Step(string Name, Caller By, Func<Gathering, Next<Gathering>> Do, Act Act = Act.OfKeepers)
    {
        public DateTimeOffset At { get; init; } = Now;

        public MemberId? Erased { get; init; }
    }
}
