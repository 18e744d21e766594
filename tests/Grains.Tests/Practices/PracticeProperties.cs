using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Practices;
using static PeerNet.Grains.Tests.Practices.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>Whatever anybody does with a practice, and in whatever order.</summary>
public sealed class PracticeProperties
{
    private static readonly GroupId[] Groups = [TheGroup, Neighbours, Bystanders];

    private static readonly Gen<MemberStanding> Anybody =
        from groups in Gen.Shuffle(Groups, 0, 2)
        from leads in Gen.Bool
        select leads ? Leading([.. groups]) : In([.. groups]);

    private static readonly Gen<Act> SomeAct =
        from kind in Gen.Int[0, 9]
        from own in Anybody
        from place in Gen.Int[0, 2]
        from coordinates in Gen.Bool
        select new Act(kind, own, Groups[place], coordinates ? ByCoordinator : BySam);

    [Fact]
    public void It_is_shown_only_with_the_yes_of_every_group_and_what_is_taken_back_is_gone_for_good()
    {
        Walk((before, act, after) =>
        {
            if (after.State == PracticeState.Shown)
                Assert.Equal(WeRang.Groups.OrderBy(one => one.Value), after.Agreed.OrderBy(one => one.Value));
            if (before.State == PracticeState.Withdrawn) Assert.Same(before, after);
            if (after.State == PracticeState.Withdrawn) Assert.Equal((null, 0), (after.Told, after.Thanks.Length));
            Assert.Equal(after.Thanks.Distinct(), after.Thanks);
            Assert.Empty(after.Thanks.Intersect(WeRang.Groups));
        });
    }

    [Fact]
    public void Nobody_of_another_group_reads_a_word_before_it_is_shown_or_after_it_is_taken_back()
    {
        Walk((_, _, after) =>
        {
            if (after.State == PracticeState.Shown) return;
            Assert.Equal("practice.not-found", after.SeenBy(BySam, In(Bystanders)).No());
            if (!after.SeenBy(ByCoordinator, Known).Refused(out _, out var seen)) Assert.Null(seen.Told);
        });
    }

    private static void Walk(Action<Practice, Act, Practice> always)
    {
        SomeAct.Array[1, 20].Sample(acts =>
        {
            var practice = ATold();
            foreach (var act in acts)
            {
                if (act.Do(practice).Refused(out _, out var next)) continue;
                always(practice, act, next);
                Assert.Same(next, act.Do(next).Yes());
                practice = next;
            }
        }, iter: 2000);
    }

    private sealed record Act(int Kind, MemberStanding Own, GroupId Group, Caller By)
    {
        // Taking it back ends everything, so it is rare.
        public Next<Practice> Do(Practice practice) => Kind switch
        {
            < 5 => practice.Agree(Group, Own, By, Now),
            < 9 => practice.Thank(Group, Own, By),
            _ => practice.Withdraw(Own, By),
        };
    }
}
