using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What leads are told while a gathering waits for one of them.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void Leads_of_a_group_for_which_nobody_has_answered_are_asked_until_somebody_does()
    {
        var founded = new Gathering().Put(
            TheGathering, APlan, [], IfMatch.None, 0, Leads, ByLead, Now, hasLenses: true);
        var asked = Assert.IsType<LeadsTold>(Assert.Single(founded.Messages));
        Assert.Equal((OtherGroup, false), (asked.Group, asked.IsWithdrawn));
        Assert.Equal(NoticeKind.GatheringAsked, asked.About.Kind);
        Assert.Empty(AGathering().Planned(APlan with { Title = "Another title" }).Messages);
        var moved = AGathering().Planned(APlan with { HeldOn = APlan.HeldOn.AddDays(1) });
        Assert.Equal(asked.Occasion + 1, Assert.IsType<LeadsTold>(Assert.Single(moved.Messages)).Occasion);
        Next<Gathering>[] answers =
        [
            AGathering().Keep(OtherGroup, LeadsOther, MemberStanding.None, ByOther),
            AGathering().GiveUp(OtherGroup, LeadsOther, ByOther),
            AGathering().Cancel(new("No room"), ByLead),
        ];
        Assert.All(answers, answer =>
        {
            var told = Assert.Single(answer.Messages.OfType<LeadsTold>());
            Assert.Equal((OtherGroup, true), (told.Group, told.IsWithdrawn));
            Assert.Equal((asked.About, asked.Occasion), (told.About, told.Occasion));
        });
    }
}
