using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>Who answers for a role.</summary>
public sealed class RoleTests
{
    private static readonly NameRole Named = new("Housing lead, City Council", Holder);

    [Fact]
    public void A_coordinator_names_it_and_only_coordinators_see_who_answers_for_it()
    {
        Assert.Equal("access.coordinators-only", new Role().Put(TheRole, Named, Known, ByLead).No());
        var role = new Role().Put(TheRole, Named, Known, ByCoordinator).Yes();
        Assert.Same(role, role.Put(TheRole, Named, Known, ByCoordinator).Yes());
        Assert.Equal(new RoleDetails(TheRole, Named.Name, false, Holder), role.SeenBy(ByCoordinator).Yes());
        Assert.Equal(new RoleDetails(TheRole, Named.Name, false, null), role.SeenBy(BySam).Yes());
        Assert.Equal(new RoleDetails(TheRole, Named.Name, true, null), role.SeenBy(ByHolder).Yes());
        Assert.Equal("role.not-found", new Role().SeenBy(BySam).No());
    }

    [Fact]
    public void Nobody_who_belongs_to_a_group_or_is_not_known_answers_for_it()
    {
        foreach (var holder in new[] { OfTheGroup, MemberStanding.None, Known with { Erased = true } })
            Assert.Equal("role.field", new Role().Put(TheRole, Named, holder, ByCoordinator).No());
        Assert.Equal("role.field", new Role().Put(TheRole, Named with { Name = "" }, Known, ByCoordinator).No());
    }

    [Fact]
    public void Whoever_no_longer_answers_for_it_is_let_go_and_an_erased_one_forgotten()
    {
        var role = new Role().Put(TheRole, Named, Known, ByCoordinator).Yes();
        var next = role.Put(TheRole, Named with { HolderId = Person(52) }, Known, ByCoordinator);
        Assert.Equal([new HoldingReleased(Holder, new("role", TheRole.Value))], next.Messages);
        var forgotten = role.Forget(Holder, Abroad.East, Now).Yes();
        Assert.Equal(new RoleStanding(Named.Name, null), forgotten.Standing);
        Assert.False(forgotten.Names(Holder));
        Assert.Same(forgotten, forgotten.Forget(Holder, Abroad.East, Now).Yes());
    }
}
