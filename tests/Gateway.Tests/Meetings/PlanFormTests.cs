using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>A meeting that a lead plans, from the controls of the form to the plan.</summary>
public sealed class PlanFormTests
{
    [Theory]
    [InlineData(PlacePrivacy.AreaOnly)]
    [InlineData(PlacePrivacy.OnRequest)]
    public void A_place_of_its_own_is_as_private_as_the_group_s(PlacePrivacy privacy)
    {
        var plan = Read(new() { Name = "Tea", Place = new() { Name = "Hall", Privacy = privacy } }, "Car park");
        Assert.Equal(new() { Name = "Car park", Privacy = privacy }, plan.Place);
    }

    [Fact]
    public void A_meeting_without_a_place_of_its_own_is_where_the_group_meets()
    {
        Assert.Null(Read(new() { Name = "Tea", Place = new() { Name = "Hall" } }, "").Place);
        Assert.Equal(PlacePrivacy.Exact, Read(new() { Name = "Tea" }, "Car park").Place?.Privacy);
    }

    private static PlanMeeting Read(GroupDescription group, string place)
    {
        var form = new PlanForm { HeldOn = "2027-03-02", StartsAt = "19:00", PlaceName = place };
        Assert.Empty(form.Read(Group(group), out var plan));
        return plan;
    }

    private static GroupDetails Group(GroupDescription group) =>
        new(group, new("east-sussex"), new(Guid.CreateVersion7()));
}
