using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

/// <summary>What other records hold about a person, in the order in which it was noted.</summary>
public sealed class HoldingTests
{
    private static readonly Guid One = Person(501).Value, Two = Person(502).Value;

    [Fact]
    public void Of_two_notes_about_one_thing_the_second_learns_of_the_first()
    {
        Holding first = new("match-abroad", One, "east/1"), second = first with { Id = Two };
        var member = AMember().Held(first).Held(second);
        Assert.Empty(member.HeldBefore(first));
        Assert.Equal([One], member.HeldBefore(second));
        Assert.Same(member, member.Held(first));
        Assert.Empty(member.Release(first).HeldBefore(second));
    }

    [Fact]
    public void Notes_of_another_kind_or_about_something_else_do_not_count()
    {
        var last = new Holding("match-abroad", Two, "east/1");
        var member = AMember()
            .Held(last with { Id = One, About = "east/2" })
            .Held(last with { Id = One, Kind = "support-offer" })
            .Held(new("match-abroad", One))
            .Held(new("match-abroad", Two))
            .Held(last);
        Assert.Empty(member.HeldBefore(last));
        Assert.Empty(member.HeldBefore(new("match-abroad", Two)));
    }
}

internal static class MembersWhoHold
{
    public static Member Held(this Member member, Holding holding) => member.Hold(holding, BySam).Yes();
}
