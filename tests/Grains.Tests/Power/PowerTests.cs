using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using static PeerNet.Grains.Tests.Power.Roles;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Power;

/// <summary>Who holds which role in a group, for how long, and handing it on.</summary>
public sealed class PowerTests
{
    [Fact]
    public void People_of_the_group_say_what_they_do_themselves()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        Assert.Same(held, held.HoldRole(Hold(1), TheKey, BySam, Now).Yes());
        Assert.Equal("power.differs", held.HoldRole(Hold(1), TheKey, ByLead, Now).No());
        Assert.Equal("access.not-yours", held.HoldRole(Hold(2), TheKey, ByStranger, Now).No());
        Assert.Equal("access.not-yours", held.HoldRole(Hold(2), TheKey, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", new Group().HoldRole(Hold(1), TheKey, BySam, Now).No());
        var shared = held.HoldRole(Hold(1), TheKey with { SharedWith = 2 }, BySam, Now).Yes();
        Assert.Equal(2, Assert.Single(shared.SeenBy(BySam).Roles).SharedWith);
        var role = TheKey with { Role = GroupRole.Money };
        Assert.Equal("power.field", held.HoldRole(Hold(1), role, BySam, Now).No());
    }

    [Fact]
    public void Nobody_else_sees_since_when()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        var seen = held.SeenBy(ByLead);
        Assert.Equal((Sam, GroupRole.DoorKeeper), (seen.Roles[0].MemberId, seen.Roles[0].Role));
        Assert.Empty(seen.Yours);
        Assert.DoesNotContain("2024", System.Text.Json.JsonSerializer.Serialize(seen), StringComparison.Ordinal);
        Assert.Equal(TheKey.Since, Assert.Single(held.SeenBy(BySam).Yours).Since);
        Assert.Equal("access.not-yours", held.PowerSeenBy(ByStranger, Now).No());
        Assert.Equal("access.not-yours", held.PowerSeenBy(ByCoordinator, Now).No());
    }

    [Fact]
    public void No_order_tells_who_has_held_a_role_for_longer()
    {
        var longer = AGroup().Held(1, TheKey, BySam).Held(2, TheKey with { Since = Today }, ByLead);
        var shorter = AGroup().Held(2, TheKey, ByLead).Held(1, TheKey with { Since = Today }, BySam);
        Assert.Equal(
            longer.SeenBy(ByLead).Roles.Select(one => one.MemberId),
            shorter.SeenBy(ByLead).Roles.Select(one => one.MemberId));
        var other = AGroup().Held(2, TheKey, BySam).Held(1, TheKey, ByLead);
        Assert.Equal(
            longer.SeenBy(ByLead).Roles.Select(one => one.MemberId),
            other.SeenBy(ByLead).Roles.Select(one => one.MemberId));
    }

    [Fact]
    public void After_two_years_alone_the_holder_is_asked_and_nobody_else()
    {
        var held = AGroup().Held(1, TheKey with { Since = Today.AddMonths(-24) }, BySam);
        Assert.True(Assert.Single(held.SeenBy(BySam).Yours).IsAsked);
        Assert.False(Assert.Single(held.SeenBy(BySam, Now.AddDays(-1)).Yours).IsAsked);
        Assert.False(AGroup().Held(1, TheKey with { SharedWith = 1 }, BySam).SeenBy(BySam).Yours[0].IsAsked);
        Assert.False(held.OfferRole(Hold(1), BySam, Now).Yes().SeenBy(BySam).Yours[0].IsAsked);
    }

    [Fact]
    public void It_is_offered_by_its_holder_and_taken_by_somebody_else_which_is_celebrated()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        Assert.Equal("power.holder-only", held.OfferRole(Hold(1), ByLead, Now).No());
        Assert.Equal("power.state", held.TakeRole(Hold(1), new(Hold(2)), ByLead, Now).No());
        var offered = held.OfferRole(Hold(1), BySam, Now).Yes();
        Assert.Same(offered, offered.OfferRole(Hold(1), BySam, Now.AddDays(1)).Yes());
        Assert.Equal("power.overlaps", offered.TakeRole(Hold(1), new(Hold(2)), BySam, Now).No());
        var taken = offered.TakeRole(Hold(1), new(Hold(2)), ByLead, Now.AddDays(3)).Yes();
        Assert.Same(taken, taken.TakeRole(Hold(1), new(Hold(2)), ByLead, Now.AddDays(4)).Yes());
        Assert.Equal("power.state", taken.TakeRole(Hold(1), new(Hold(3)), By(Person(3)), Now).No());
        Assert.Equal(Lead, Assert.Single(taken.SeenBy(BySam).Roles).MemberId);
        var life = GroupLife.Of(taken, [], [], Today.AddDays(9)).Timeline();
        Assert.Contains(new ReachedMilestone(Milestone.RoleHandedOn, Today.AddDays(3)), life.Items);
        var since = TheKey with { Since = Today.AddDays(2) };
        Assert.Equal("power.field", taken.HoldRole(Hold(2), since, ByLead, Now.AddDays(9)).No());
    }

    [Fact]
    public void The_holder_or_a_lead_says_that_nobody_does_it_any_more()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        Assert.Equal("power.holder-only", held.EndRole(Hold(1), By(Person(3)), Now).No());
        Assert.Equal("power.not-found", held.EndRole(Hold(9), BySam, Now).No());
        var over = held.EndRole(Hold(1), ByLead, Now).Yes();
        Assert.Empty(over.SeenBy(BySam).Roles);
        Assert.Same(over, over.EndRole(Hold(1), BySam, Now.AddDays(1)).Yes());
        Assert.Equal("power.state", over.HoldRole(Hold(1), TheKey with { SharedWith = 1 }, BySam, Now).No());
        Assert.Equal("power.overlaps", over.HoldRole(Hold(2), TheKey, BySam, Now).No());
        Assert.Single(over.Held(2, TheKey with { Since = Today }, BySam).SeenBy(BySam).Roles);
    }

    [Fact]
    public void Whoever_leaves_or_is_erased_becomes_someone_and_the_days_stay()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        foreach (var without in new[] { held.Leave(Sam, BySam, Now).Yes(), held.Forget(Sam, Abroad.East, Now).Yes() })
        {
            var known = Assert.Single(without.Power!.Holds);
            Assert.Equal((null, TheKey.Since, Today), (known.Member, known.Since, known.Until));
            Assert.Empty(without.SeenBy(ByLead).Roles);
            Assert.False(without.Power.IsKnown);
        }
    }

    [Fact]
    public void Nobody_fills_the_record_by_saying_and_ending_something_repeatedly()
    {
        var group = AGroup().Held(1, TheKey, ByLead).HandedOn(1, 2, ByLead, BySam);
        group = group.EndRole(Hold(2), BySam, Now).Yes().Held(3, TheKey with { Role = GroupRole.Money }, ByLead);
        for (var number = 4; number < PowerFields.MaxHolds + 50; number++)
        {
            group = group.Held(number, TheKey with { Since = Today }, BySam).EndRole(Hold(number), BySam, Now).Yes();
        }
        Assert.Equal(PowerFields.MaxHolds, group.Power!.Holds.Length);
        Assert.Single(group.Power.HandedOnDays());
        Assert.Equal(GroupRole.Money, Assert.Single(group.SeenBy(BySam).Roles).Role);
        Assert.Contains(group.Power.Holds, one => one.Id == Hold(1));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, true)]
    [InlineData(0, true, true)]
    public void Roles_are_shared_in_a_group_if_one_is_held_together_or_was_handed_on(
        int others, bool isHandedOn, bool isShared)
    {
        var group = AGroup().Held(1, TheKey with { SharedWith = others }, BySam);
        if (isHandedOn) group = group.HandedOn(1, 2, BySam, ByLead);
        Assert.Equal((true, isShared), (group.Power!.IsKnown, group.Power.IsShared));
        Assert.False(group.EndRole(Hold(isHandedOn ? 2 : 1), ByLead, Now).Yes().Power!.IsShared);
    }

    [Fact]
    public void Below_four_groups_nothing_is_counted()
    {
        var nothing = new PowerCheck(null, null);
        Assert.Equal(nothing, PowerCheck.Of(3, 2, 3));
        Assert.Equal(new PowerCheck(0, 4) { Offering = 2 }, PowerCheck.Of(0, 2, 4));
        Assert.Equal(nothing, nothing.With(1, 9, 3));
        Assert.Equal(nothing with { ClosedAlone = 1, Closed = 9 }, nothing.With(1, 9, 4));
    }

    [Fact]
    public void A_role_is_offered_until_somebody_takes_it_or_nobody_does_it_any_more()
    {
        var held = AGroup().Held(1, TheKey, BySam);
        Assert.False(held.Power!.IsOffered);
        var offered = held.OfferRole(Hold(1), BySam, Now).Yes();
        Assert.True(offered.Power!.IsOffered);
        Assert.False(offered.TakeRole(Hold(1), new(Hold(2)), ByLead, Now).Yes().Power!.IsOffered);
        Assert.False(offered.EndRole(Hold(1), BySam, Now).Yes().Power!.IsOffered);
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "since", TheKey with { Since = Today.AddDays(1) } },
        { "since", TheKey with { Since = Today.AddYears(-51) } },
        { "sharedWith", TheKey with { SharedWith = -1 } },
        { "sharedWith", TheKey with { SharedWith = 21 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object says)
    {
        Assert.True(AGroup().HoldRole(Hold(1), (HoldRole)says, BySam, Now).Refused(out var refusal, out _));
        Assert.Equal(("power.field", field), (refusal.Code, refusal.Field));
    }
}

/// <summary>A role that <see cref="Sam"/> holds alone.</summary>
internal static class Roles
{
    public static readonly DateOnly Today = London.DayOf(Now);

    public static readonly HoldRole TheKey = new() { Role = GroupRole.DoorKeeper, Since = new(2024, 3, 1) };

    public static RoleHoldId Hold(int number) => new(new($"01990000-0000-7000-8000-{0xf100 + number:x12}"));

    public static Group Held(this Group group, int number, HoldRole says, Caller by) =>
        group.HoldRole(Hold(number), says, by, Now).Yes();

    public static Group HandedOn(this Group group, int number, int next, Caller from, Caller to) =>
        group.OfferRole(Hold(number), from, Now).Yes().TakeRole(Hold(number), new(Hold(next)), to, Now).Yes();

    public static GroupPowerDetails SeenBy(this Group group, Caller by, DateTimeOffset? now = null) =>
        group.PowerSeenBy(by, now ?? Now).Yes();
}
