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
    public void Keepers_read_it_of_every_group_and_nobody_else_does()
    {
        var said = AGathering().Kept().SayComing(OtherGroup, Six, ByOther).Yes();
        Assert.Same(said, said.SayComing(OtherGroup, Six with { Needs = [.. Six.Needs] }, ByOther).Yes());
        Assert.Equal([null, Six], ComingOf(said, ByLead));
        Assert.Equal([null, Six], ComingOf(said, ByOther));
        Assert.Equal([null, null], ComingOf(said, BySam));
        Assert.Equal([null, null], ComingOf(said, ByCoordinator));
        var nobody = said.SayComing(OtherGroup, new() { People = 0 }, ByOther).Yes();
        Assert.Equal(0, ComingOf(nobody, ByLead)[1]!.People);
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
        Assert.Equal([Six, null], ComingOf(said.GiveUp(OtherGroup, LeadsOther, ByOther).Yes(), ByLead));
        var erased = said.Forget(Other, Abroad.East, Now).Yes();
        Assert.Equal([Six, Six], ComingOf(erased, ByLead));
        var cancelled = said.Cancel(new("The hall has closed."), ByLead).Yes();
        Assert.Equal([null, null], ComingOf(cancelled, ByLead));
        Assert.Equal("gathering.state", cancelled.SayComing(TheGroup, Six, ByLead).No());
        var open = said.Open(ByLead).Yes();
        Assert.Equal(7, ComingOf(open.SayComing(TheGroup, Six with { People = 7 }, ByLead).Yes(), ByLead)[0]!.People);
        var closed = open.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
        Assert.All(closed.Keepers, keeper => Assert.Null(keeper.Coming));
        Assert.Equal("gathering.state", closed.SayComing(TheGroup, Six, ByLead).No());
    }

    private static PeopleComing?[] ComingOf(Gathering gathering, Caller by) =>
        [.. gathering.SeenBy(by, 1).Yes().Keepers.Select(keeper => keeper.Coming)];
}
