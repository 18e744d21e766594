using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Practices;
using static PeerNet.Grains.Tests.Practices.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>How many groups tell a practice together, and who can still do something about it.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void Up_to_ten_groups_tell_it_together()
    {
        Assert.Null(PracticeRules.Check(WeRang with { Groups = Groups(10) }));
        Assert.Equal("groups", PracticeRules.Check(WeRang with { Groups = Groups(11) })?.Field);
    }

    [Fact]
    public void Whoever_has_agreed_or_said_thank_you_is_not_asked_to_do_it_twice()
    {
        var half = ATold().Agree(TheGroup, Leads, BySam, Now).Yes();
        Assert.Equal([Neighbours], half.SeenBy(BySam, Leading(TheGroup, Neighbours)).Yes().Yours!.AgreeFor);
        var shown = AShown();
        var own = In(TheGroup, Bystanders);
        Assert.Equal([Bystanders], shown.SeenBy(BySam, own).Yes().Yours!.ThankFor);
        var thanked = shown.Thank(Bystanders, own, BySam).Yes();
        Assert.Empty(thanked.SeenBy(BySam, own).Yes().Yours!.ThankFor);
    }

    private static ImmutableArray<GroupId> Groups(int count) =>
        [TheGroup, .. Enumerable.Range(1, count - 1).Select(number => new GroupId(Person(number).Value))];
}
