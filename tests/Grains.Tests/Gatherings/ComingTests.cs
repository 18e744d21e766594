using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Keepers say how many of their group come, and what they need.</summary>
public sealed class ComingTests
{
    private static readonly PeopleComing Six = new() { People = 6, Needs = [AccessNeed.SignLanguage] };

    [Fact]
    public void Keepers_read_of_every_group_how_many_come_and_nobody_else_does()
    {
        var said = AGathering().Kept().SayComing(OtherGroup, Six, ByOther).Yes();
        Assert.Same(said, said.SayComing(OtherGroup, Six with { Needs = [.. Six.Needs] }, ByOther).Yes());
        Assert.Equal(["-", "6"], ComingOf(said, ByLead));
        Assert.Equal(["-", "6 SignLanguage"], ComingOf(said, ByOther));
        Assert.Equal(["-", "-"], ComingOf(said, BySam));
        Assert.Equal(["-", "-"], ComingOf(said, ByCoordinator));
        var nobody = said.SayComing(OtherGroup, new() { People = 0 }, ByOther).Yes();
        Assert.Equal("0", ComingOf(nobody, ByLead).Last());
    }

    [Fact]
    public void Keepers_read_what_people_need_of_all_groups_together_and_nobody_else_does()
    {
        var more = Six with { Needs = [AccessNeed.QuietSpace, AccessNeed.SignLanguage, AccessNeed.StepFree] };
        var ours = AGathering().Kept().SayComing(TheGroup, Six, ByLead).Yes();
        var said = ours.SayComing(OtherGroup, more, ByOther).Yes();
        foreach (var keeper in new[] { ByLead, ByOther })
            Assert.Equal(more.Needs.Order(), said.SeenBy(keeper, 1).Yes().NeededByAll);
        foreach (var by in new[] { BySam, ByCoordinator })
            Assert.Empty(said.SeenBy(by, 1).Yes().NeededByAll);
    }

    [Fact]
    public void Each_keeper_says_it_for_their_own_group()
    {
        var gathering = AGathering();
        Assert.Equal("gathering.keepers-only", gathering.SayComing(OtherGroup, Six, ByOther).No());
        var kept = gathering.Kept();
        Assert.Equal("gathering.keepers-only", kept.SayComing(TheGroup, Six, ByOther).No());
        Assert.Equal("gathering.keepers-only", kept.SayComing(TheGroup, Six, ByCoordinator).No());
        Assert.Equal("gathering.group-not-found", kept.SayComing(new(Lead.Value), Six, ByLead).No());
        Assert.Equal("gathering.not-found", new Gathering().SayComing(TheGroup, Six, ByLead).No());
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(GatheringFields.MaxPresent, false)]
    [InlineData(GatheringFields.MaxPresent + 1, true)]
    public void As_many_come_as_can_sit_at_a_table(int people, bool isRefused)
    {
        var said = AGathering().SayComing(TheGroup, new() { People = people }, ByLead);
        Assert.Equal(isRefused, said.Refused(out var refusal, out _));
        if (isRefused) Assert.Equal("people", refusal!.Field);
    }

    [Fact]
    public void Each_need_is_said_once()
    {
        var twice = Six with { Needs = [AccessNeed.StepFree, AccessNeed.StepFree] };
        Assert.True(AGathering().SayComing(TheGroup, twice, ByLead).Refused(out var refusal, out _));
        Assert.Equal("needs", refusal.Field);
        Assert.Equal("gathering.field", AGathering().SayComing(TheGroup, Six with { Needs = default }, ByLead).No());
    }

    [Fact]
    public void It_stays_with_the_group_while_somebody_keeps_it_and_goes_when_it_is_over()
    {
        var said = AGathering().Kept().SayComing(TheGroup, Six, ByLead).Yes().SayComing(OtherGroup, Six, ByOther).Yes();
        Assert.Equal(["6 SignLanguage", "-"], ComingOf(said.GiveUp(OtherGroup, LeadsOther, ByOther).Yes(), ByLead));
        var erased = said.Forget(Other, Abroad.East, Now).Yes();
        Assert.Equal(["6 SignLanguage", "6"], ComingOf(erased, ByLead));
        var cancelled = said.Cancel(new("The hall has closed."), ByLead).Yes();
        Assert.Equal(["-", "-"], ComingOf(cancelled, ByLead));
        Assert.Equal("gathering.state", cancelled.SayComing(TheGroup, Six, ByLead).No());
        var open = said.Open(ByLead).Yes();
        var seven = open.SayComing(TheGroup, Six with { People = 7 }, ByLead).Yes();
        Assert.Equal("7 SignLanguage", ComingOf(seven, ByLead).First());
        var closed = open.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
        Assert.All(closed.Keepers, keeper => Assert.Null(keeper.Coming));
        Assert.Equal("gathering.state", closed.SayComing(TheGroup, Six, ByLead).No());
    }

    [Fact]
    public void It_is_forgotten_two_days_after_its_day_if_nobody_has_closed_it_and_nothing_else_is()
    {
        var said = AGathering().Kept().SayComing(TheGroup, Six, ByLead).Yes().SayComing(OtherGroup, Six, ByOther).Yes();
        Assert.Same(said, said.ForgetComing(APlan.HeldOn.AddDays(1)).Yes());
        var forgotten = said.ForgetComing(APlan.HeldOn.AddDays(2)).Yes();
        Assert.Equal(["-", "-"], ComingOf(forgotten, ByLead));
        Assert.Empty(forgotten.SeenBy(ByLead, 1).Yes().NeededByAll);
        Assert.Same(forgotten, forgotten.ForgetComing(APlan.HeldOn.AddDays(3)).Yes());
        var seven = Six with { People = 7 };
        Assert.Equal("gathering.state", said.SayComing(TheGroup, seven, ByLead, APlan.HeldOn.AddDays(2)).No());
        Assert.NotSame(said, said.SayComing(TheGroup, seven, ByLead, APlan.HeldOn.AddDays(1)).Yes());
        Assert.True(PeerNetJson.Same(AGathering().Kept(), forgotten));
        var none = new Gathering();
        Assert.Same(none, none.ForgetComing(APlan.HeldOn).Yes());
    }

    // Such as "6 SignLanguage", or "-" if nobody has said or it is not shown.
    private static IEnumerable<string> ComingOf(Gathering gathering, Caller by)
    {
        return gathering.SeenBy(by, 1).Yes().Keepers.Select(keeper => keeper.Coming is { } coming
            ? string.Join(' ', coming.Needs.Select(need => $"{need}").Prepend($"{coming.People}"))
            : "-");
    }
}
