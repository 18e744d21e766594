using PeerNet.Contracts;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SignIn.Codes;

namespace PeerNet.Grains.Tests.Members;

public sealed class SigningInTests
{
    [Fact]
    public void The_area_notes_the_address_that_a_person_has_shown_to_be_theirs()
    {
        var proven = AMember().Prove(Robin, Caller.Area).Yes();
        Assert.Equal(Robin.Text, proven.SignInAddress);
        Assert.Same(proven, proven.Prove(Robin, Caller.Area).Yes());
        Assert.Equal(Ash.Text, proven.Prove(Ash, Caller.Area).Yes().SignInAddress);
    }

    [Fact]
    public void Nobody_else_can_note_one()
    {
        Assert.Equal("access.not-yours", AMember().Prove(Robin, BySam).No());
        Assert.Equal("access.not-yours", AMember().Prove(Robin, ByCoordinator).No());
    }

    [Fact]
    public void An_address_goes_with_the_person()
    {
        var erased = AMember().Prove(Robin, Caller.Area).Yes().Erase(BySam, Now).Yes();
        Assert.Null(erased.SignInAddress);
        Assert.Equal("member.erased", erased.Prove(Robin, Caller.Area).No());
        Assert.Equal("member.not-found", new PeerNet.Grains.Members.Member().Prove(Robin, Caller.Area).No());
    }
}
