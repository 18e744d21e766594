using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Power;
using PeerNet.Contracts.Practices;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>A first start that was interrupted between two writes, and perhaps went on the next day.</summary>
public sealed class SeedingTests(RunningArea area)
{
    private const int Place = 900;

    private readonly SeedFile file = SeedFile.Read("east-sussex");

    private IGrainFactory Grains => area.East.Grains;

    [Fact]
    public async Task The_next_start_goes_on_where_it_stopped()
    {
        foreach (var place in new[] { 0, 1 }) await AGroup(place);
        var practices = new SeedPractices(area.East.At, file, Grains);
        var practice = new SeedPractice([0, 1], 0, "We rang them", "Some came", null, Layer.Individual, []);
        await practices.Write(practice, Place);
        await practices.Write(practice with { Agreed = 2 }, Place);
        var told = Grains.Practice(area.East.Area, new(SeedId.Of("east-sussex", "practice", Place)));
        Assert.Equal(PracticeState.Shown, Seed.Expect(await told.Get(await file.LeadOf(Grains, 0))).State);

        var steps = new SeedSteps(area.East.At, file, Grains);
        var step = new SeedStep(0, 1, "Ask for a bus stop", Layer.System, StepCost.Time, 30, NextStepState.Wish);
        await steps.Write(step, Place);
        await steps.Write(step with { DueInDays = 31, UpTo = NextStepState.Kept }, Place);
        var kept = Grains.NextStep(area.East.Area, new(SeedId.Of("east-sussex", "step", Place)));
        Assert.Equal(NextStepState.Kept, Seed.Expect(await kept.Get(await file.LeadOf(Grains, 0))).State);

        var power = new SeedPower(area.East.At, file, Grains);
        var hold = new SeedHold(0, 0, GroupRole.Speaker, 30, 0);
        await power.Write(hold, Place);
        foreach (var months in new[] { 31, 32 }) await power.Write(hold with { Months = months, TakenBy = 1 }, Place);
        var roles = Seed.Expect(await Grains.Power(area.East.Area, file.GroupId(0)).GetPower(new(
            CallerRole.Member, file.Groups.First().People[0]))).Roles;
        Assert.Equal(file.Groups.First().People[1], Assert.Single(roles).MemberId);
    }

    private async Task AGroup(int place)
    {
        var group = file.Groups.ElementAt(place);
        foreach (var person in group.Leads)
            Seed.Expect(await Grains.Member(area.East.Area, person).Put(
                new() { Name = "Somebody made up" }, IfMatch.None, Caller.Area));
        Seed.Expect(await Grains.Group(area.East.Area, group.Id).Put(group.Description, IfMatch.None, Caller.Area));
        foreach (var person in group.Leads)
            Seed.Expect(await Grains.Group(area.East.Area, group.Id).Join(person, new(Part.Lead), Caller.Area));
    }
}
