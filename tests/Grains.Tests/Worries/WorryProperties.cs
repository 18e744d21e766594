using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Worries;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.Worries.Worries;

namespace PeerNet.Grains.Tests.Worries;

/// <summary>Whatever people do with a worry, in any order and more than once.</summary>
public sealed class WorryProperties
{
    // Two members, the subject, a lead of the group and two coordinators; each may also be a coordinator.
    private static readonly MemberId[] People = [Sam, Stranger, Subject, Lead, Person(1000), Person(1001)];

    private static readonly Gen<Caller> SomeCaller = Gen.Select(Gen.Int[0, 5], Gen.Bool).Select((person, coordinates) =>
        new Caller(coordinates ? CallerRole.Coordinator : CallerRole.Member, People[person]));

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (4, Gen.Select(SomeCaller, Gen.Bool.Select(group => group ? AboutGroup : AboutSubject)).Select((by, says) =>
            new Step($"{by} writes about a {says.About}", (worry, _) => worry.WrittenBy(by, says)))),
        (3, SomeCaller.Select(by => new Step($"{by} acts", (worry, now) => worry.Act(Known, by, now)))),
        (3, Gen.Select(SomeCaller, Gen.Int[1, 2]).Select((by, n) =>
            new Step($"{by} answers {n}", (worry, now) => worry.Answer(new($"Answer {n}"), Known, by, now)))),
        (1, Gen.Int[0, 5].Select(person =>
            new Step($"{person} is erased", (worry, now) => worry.Forget(People[person], Abroad.East, now)))));

    [Fact]
    public void Nobody_whom_it_is_about_sees_or_changes_it() => Walk(world =>
    {
        if (world.Worry.Says is not { } says) return;
        MemberId[] about = says.About == WorrySubject.Person ? [Subject] : [Lead];
        foreach (var person in about.Where(person => person != world.Worry.Writer))
        {
            foreach (var by in new[] { By(person), Coordinator(person) })
            {
                Assert.Equal("worry.not-found", world.Worry.SeenBy(by, Known).No());
                Assert.True(world.Worry.Act(Known, by, Now).Refused(out _, out _));
                Assert.True(world.Worry.Answer(AnAnswer, Known, by, Now).Refused(out _, out _));
            }
        }
    });

    [Fact]
    public void It_only_moves_forward_and_an_answer_never_changes() => Walk(world =>
    {
        if (world.Worry.Says is null) return;
        Assert.True(world.Worry.State >= world.Before.State);
        Assert.Equal(world.Worry.State == WorryState.Answered, world.Worry.Reply is not null);
        if (world.Before.Reply is { } reply) Assert.Equal(reply, world.Worry.Reply);
        if (world.Before.Says is not { } says) return;
        Assert.Equal((says, world.Before.Writer), (world.Worry.Says, world.Worry.Writer));
    });

    [Fact]
    public void Once_forgotten_it_says_nothing_for_good() => Walk(world =>
    {
        if (!world.WasForgotten) return;
        Assert.Null(world.Worry.Says);
        Assert.Null(world.Worry.Writer);
        Assert.Null(world.Worry.Reply);
        Assert.Empty(world.Worry.Leads);
        Assert.All(People, person =>
            Assert.Equal("worry.not-found", world.Worry.SeenBy(Coordinator(person), Known).No()));
    });

    private static void Walk(Action<World> always)
    {
        SomeStep.Array[1, 20].Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    world.Do(step.Do);
                    always(world);
                }
            },
            iter: 2000,
            print: steps => string.Join("; ", steps.Select(step => step.Name)));
    }

    private sealed record Step(string Name, Func<Worry, DateTimeOffset, Next<Worry>> Do);

    private sealed class World
    {
        private int hours;

        public Row<Worry> Row { get; private set; } = new Worry().InARow();

        public Worry Before { get; private set; } = new();

        public Worry Worry => Row.Record;

        public bool WasForgotten { get; private set; }

        /// <summary>Every request may come twice, and the second changes nothing.</summary>
        public void Do(Func<Worry, DateTimeOffset, Next<Worry>> act)
        {
            Before = Worry;
            var now = Now.AddHours(++hours);
            if (Row.After((worry, _) => act(worry, now), Abroad.East, now).Refused(out _, out var next)) return;
            Row = next!;
            WasForgotten |= Before.Says is not null && Worry.Says is null;
            if (!Row.After((worry, _) => act(worry, now), Abroad.East, now).Refused(out _, out var again))
                Assert.Same(Row.Record, again!.Record);
        }
    }
}
