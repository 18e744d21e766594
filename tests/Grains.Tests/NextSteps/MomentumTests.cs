using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>Moved, stuck or kept: from what was said, and the day.</summary>
public sealed class MomentumTests
{
    [Fact]
    public void Sixty_days_without_a_word_are_not_too_long_and_one_more_is()
    {
        var step = AnOpenStep();
        Assert.Equal(Momentum.Moved, step.MomentumOn(Today));
        Assert.Equal(Momentum.Moved, step.MomentumOn(Today.AddDays(60)));
        Assert.Equal(Momentum.Stuck, step.MomentumOn(Today.AddDays(61)));
        Assert.Equal(Momentum.Moved, step.Told(1, day: 61).MomentumOn(Today.AddDays(61 + 60)));
        Assert.Equal(Momentum.Stuck, step.Told(1, day: 61).MomentumOn(Today.AddDays(61 + 61)));
    }

    [Fact]
    public void One_that_is_past_its_day_is_stuck_whatever_was_said_until_its_owner_has_done_it()
    {
        var step = AnOpenStep(AText with { DueOn = Today.AddDays(10) }).Told(1, day: 10);
        Assert.Equal(Momentum.Moved, step.MomentumOn(Today.AddDays(10)));
        Assert.Equal(Momentum.Stuck, step.MomentumOn(Today.AddDays(11)));
        var done = step.SayDone(Leads, Now.AddDays(12)).Yes();
        Assert.Equal(Momentum.Moved, done.MomentumOn(Today.AddDays(12)));
        Assert.Equal(Momentum.Stuck, done.MomentumOn(Today.AddDays(12 + 61)));
    }

    [Fact]
    public void Those_that_are_stuck_are_read_first_then_those_that_move_then_wishes_then_what_was_kept()
    {
        var due = AText with { DueOn = Today.AddDays(5) };
        NextStep[] steps =
        [
            Named(1, ADoneStep().Keep(Neighbours, LeadsNeighbours, Now).Yes()),
            Named(2, ADoneStep().Keep(Neighbours, LeadsNeighbours, Now.AddDays(2)).Yes()),
            Named(3, AWish()),
            Named(4, AnOpenStep().Told(1, day: 60)),
            Named(5, AnOpenStep()),
            Named(6, AnOpenStep(due)),
        ];
        var read = StepOrder.Of(steps, Today.AddDays(61));
        Assert.Equal([6, 5, 4, 3, 2, 1], read.Select(step => int.Parse(
            step.Id.ToString()[^2..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(read, step => Assert.Null(step.Entries));
    }

    private static NextStep Named(int number, NextStep step) => step with { Id = new(Person(number).Value) };
}
