using PeerNet.Contracts.Power;
using PeerNet.Grains.Power;
using static PeerNet.Grains.Tests.Power.Roles;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Power;

/// <summary>What may be said of a role, at the edges, and what its readers see.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void A_role_is_held_for_up_to_fifty_years_and_shared_with_up_to_twenty()
    {
        Assert.Null(Field(TheKey with { Since = Today }));
        Assert.Null(Field(TheKey with { Since = Today.AddYears(-50) }));
        Assert.Equal("since", Field(TheKey with { Since = Today.AddYears(-50).AddDays(-1) }));
        Assert.Null(Field(TheKey with { SharedWith = 20 }));
        Assert.Equal("sharedWith", Field(TheKey with { SharedWith = 21 }));
    }

    [Fact]
    public void Everybody_in_the_group_sees_whether_a_role_is_offered()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        var offered = held.OfferRole(Hold(1), BySam, Now).Yes();
        Assert.False(held.SeenBy(ByLead).Roles[0].IsOffered);
        Assert.True(offered.SeenBy(ByLead).Roles[0].IsOffered);
        Assert.False(held.SeenBy(BySam).Yours[0].IsOffered);
        Assert.True(offered.SeenBy(BySam).Yours[0].IsOffered);
    }

    [Fact]
    public void A_role_is_taken_once_by_one_person()
    {
        var taken = AGroup().Held(1, TheKey, BySam).HandedOn(1, 2, BySam, ByLead);
        Assert.Same(taken, taken.TakeRole(Hold(1), new(Hold(2)), ByLead, Now).Yes());
        Assert.Equal("power.differs", taken.TakeRole(Hold(1), new(Hold(2)), BySam, Now).No());
        var other = taken.Held(3, TheKey with { Role = GroupRole.Money }, BySam);
        Assert.Equal("power.differs", other.TakeRole(Hold(3), new(Hold(2)), ByLead, Now).No());
    }

    private static string? Field(HoldRole says) => PowerRules.Check(says, Today)?.Field;
}
