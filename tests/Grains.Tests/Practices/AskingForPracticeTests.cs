using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Practices.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>A group is asked once what it has done.</summary>
public sealed class AskingForPracticeTests
{
    [Fact]
    public void Each_of_its_leads_is_asked_and_the_group_never_again()
    {
        var group = AGroup().Join(Sam, new(Part.CoLead), Known, ByLead, Now).Yes();
        var asking = group.AskForPractice(Caller.Area, Now);
        Assert.Equal([Lead, Sam], asking.Messages.OfType<NoticeTold>().Select(told => told.Member));
        Assert.All(asking.Messages.OfType<NoticeTold>(), told =>
            Assert.Equal((NoticeKind.PracticeToTell, TheGroup), (told.About.Kind, told.About.GroupId)));
        var asked = asking.Yes();
        Assert.False(asked.CanBeAskedForPractice(Now));
        var again = asked.AskForPractice(Caller.Area, Now.AddYears(2));
        Assert.Same(asked, again.Yes());
        Assert.Empty(again.Messages);
        Assert.Equal("access.not-yours", group.AskForPractice(ByLead, Now).No());
    }

    [Fact]
    public void One_that_is_part_of_a_practice_needs_no_asking_and_whoever_was_asked_has_their_answer()
    {
        var asked = AGroup().AskForPractice(Caller.Area, Now).Yes();
        var told = asked.Receive(new PracticeTold(ThePractice, TheGroup), Abroad.East, 1, Now);
        Assert.Equal(Lead, Assert.IsType<NoticeWithdrawn>(Assert.Single(told.Messages)).Member);
        var unasked = AGroup().Receive(new PracticeTold(ThePractice, TheGroup), Abroad.East, 1, Now).Yes();
        Assert.False(unasked.CanBeAskedForPractice(Now));
        Assert.Same(unasked, unasked.AskForPractice(Caller.Area, Now).Yes());
    }

    [Fact]
    public void One_that_has_closed_or_has_nobody_to_ask_waits_until_it_can_be_asked()
    {
        var closed = AGroup().Close(new(), ByLead, Now).Yes();
        Assert.Same(closed, closed.AskForPractice(Caller.Area, Now).Yes());
        Assert.True(closed.Reopen(ByLead, Now).Yes().CanBeAskedForPractice(Now));
        Assert.False(new Group().CanBeAskedForPractice(Now));
    }
}
