using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>The ladders and models that lie on the tables of a gathering.</summary>
public sealed class LensesTests
{
    [Fact]
    public void A_plan_has_up_to_three_different_lenses()
    {
        Assert.Empty(AGathering().Plan!.Lenses);
        Assert.Equal(Lenses(3), AGathering(APlan with { Lenses = Lenses(3) }).Plan!.Lenses);
        foreach (var wrong in new ImmutableArray<LensId>[] { Lenses(4), [.. Lenses(1), .. Lenses(1)], default })
        {
            var plan = APlan with { Lenses = wrong };
            Assert.Equal("lenses", GatheringRules.Check(plan, null, APlan.HeldOn)?.Field);
        }
    }

    [Fact]
    public void A_lens_that_this_area_does_not_have_is_refused()
    {
        var named = APlan with { Lenses = Lenses(1) };
        Assert.Equal("gathering.field", With(new(), named, hasLenses: false).No());
        Assert.Equal("gathering.field", With(AGathering().Kept(), named, hasLenses: false).No());
        Assert.Equal(Lenses(1), With(AGathering().Kept(), named, hasLenses: true).Yes().Plan!.Lenses);
    }

    [Fact]
    public void Keepers_change_them_until_it_opens()
    {
        var chosen = AGathering(APlan with { Lenses = Lenses(1) }).Kept();
        Assert.Same(chosen, chosen.Planned(APlan with { Lenses = Lenses(1) }).Yes());
        Assert.Equal(Lenses(2), chosen.Planned(APlan with { Lenses = Lenses(2) }, ByOther).Yes().Plan!.Lenses);
        Assert.Empty(chosen.Planned(APlan, ByOther).Yes().Plan!.Lenses);
        Assert.Equal("gathering.keepers-only", chosen.Planned(APlan with { Lenses = Lenses(2) }, BySam).No());
        Assert.Equal("gathering.state", chosen.Open(ByLead).Yes().Planned(APlan with { Lenses = Lenses(2) }).No());
    }

    private static Next<Gathering> With(Gathering gathering, PlanGathering plan, bool hasLenses)
    {
        var read = gathering.Plan is null ? Contracts.IfMatch.None : Contracts.IfMatch.Any;
        return gathering.Put(TheGathering, plan, [], read, 1, Leads, ByLead, Now, hasLenses);
    }

    private static ImmutableArray<LensId> Lenses(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new LensId(Person(number).Value))];
}
