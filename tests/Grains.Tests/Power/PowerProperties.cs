using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Power.Roles;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Power;

/// <summary>Whatever anybody says of roles, and in whatever order.</summary>
public sealed class PowerProperties
{
    private static readonly Gen<Act> SomeAct =
        from kind in Gen.Int[0, 8]
        from person in Gen.Int[1, 4]
        from hold in Gen.Int[1, 6]
        from next in Gen.Int[1, 6]
        from role in Gen.Int[0, 1]
        from days in Gen.Int[0, 900]
        select new Act(kind, person, hold, next, (GroupRole)role, days);

    [Fact]
    public void Nobody_holds_a_role_twice_at_once_and_nobody_else_reads_a_day()
    {
        SomeAct.Array[1, 25].Sample(
            acts =>
            {
                var group = AGroup(4);
                var now = Now;
                foreach (var act in acts)
                {
                    now = now.AddDays(act.Days % 7);
                    if (act.Do(group, now).Refused(out _, out var next)) continue;
                    Assert.Same(next, act.Do(next, now).Refused(out _, out var again) ? next : again);
                    group = next;
                    Check(group, now);
                }
            },
            iter: 2000);
    }

    private static void Check(Group group, DateTimeOffset now)
    {
        var holds = group.Power?.Holds ?? [];
        foreach (var own in holds.Where(one => one.Member is not null).GroupBy(one => (one.Member, one.Role)))
        {
            var inOrder = own.OrderBy(one => one.Since).ThenBy(one => one.Until ?? DateOnly.MaxValue).ToList();
            foreach (var (one, next) in inOrder.Zip(inOrder.Skip(1))) Assert.True(one.Until <= next.Since);
        }
        Assert.All(holds, one => Assert.True(one.Until is null || one.Member is null || one.Since <= one.Until));
        foreach (var reader in Enumerable.Range(1, 4).Select(number => Person(number)))
        {
            if (group.PowerSeenBy(By(reader), now).Refused(out _, out var seen)) continue;
            Assert.All(seen.Yours, one => Assert.Equal(reader, holds.Single(known => known.Id == one.Id).Member));
        }
    }

    private sealed record Act(int Kind, int Who, int Hold, int Next, GroupRole Role, int Days)
    {
        private Caller By => Scenario.By(Person(Who));

        private HoldRole Says => new() { Role = Role, Since = Today.AddDays(-Days), SharedWith = Days % 3 };

        // Leaving is rare, because it ends what somebody holds.
        public PeerNet.Grains.Durability.Next<Group> Do(Group group, DateTimeOffset now) => Kind switch
        {
            < 3 => group.HoldRole(Roles.Hold(Hold), Says, By, now),
            < 5 => group.OfferRole(Roles.Hold(Hold), By, now),
            < 7 => group.TakeRole(Roles.Hold(Hold), new(Roles.Hold(Next)), By, now),
            7 => group.EndRole(Roles.Hold(Hold), By, now),
            _ => group.Leave(Person(Who), By, now),
        };
    }
}
