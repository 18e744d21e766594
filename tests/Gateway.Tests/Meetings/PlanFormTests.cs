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

    [Theory]
    [InlineData(PlacePrivacy.Exact, PlacePrivacy.OnRequest)]
    [InlineData(PlacePrivacy.AreaOnly, PlacePrivacy.Exact)]
    public void A_place_that_stays_is_as_private_as_it_was_and_keeps_its_point(PlacePrivacy own, PlacePrivacy ofGroup)
    {
        var group = new GroupDescription { Name = "Tea", Place = new() { Name = "Hall", Privacy = ofGroup } };
        Assert.Equal(Own(own), Read(group, "1 High Street", Own(own)).Place);
        Assert.Equal(Own(own), Read(group with { Place = null }, "1 High Street", Own(own)).Place);
    }

    [Theory]
    [InlineData(PlacePrivacy.Exact, PlacePrivacy.OnRequest, PlacePrivacy.OnRequest)]
    [InlineData(PlacePrivacy.AreaOnly, PlacePrivacy.Exact, PlacePrivacy.AreaOnly)]
    public void Another_place_is_as_private_as_the_last_and_as_the_group_s_and_has_no_point(
        PlacePrivacy own, PlacePrivacy ofGroup, PlacePrivacy expected)
    {
        var group = new GroupDescription { Name = "Tea", Place = new() { Name = "Hall", Privacy = ofGroup } };
        var moved = Read(group, "2 High Street", Own(own)).Place!;
        Assert.Equal((expected, null, null), (moved.Privacy, moved.Latitude, moved.Longitude));
    }

    private static Place Own(PlacePrivacy privacy) => new()
    {
        Name = "Back room", Address = "1 High Street", Outcode = "BN7", Latitude = 50.87, Longitude = 0.01,
        Privacy = privacy,
    };

    private static PlanMeeting Read(GroupDescription group, string address, Place was)
    {
        var form = new PlanForm
        {
            HeldOn = "2027-03-02", StartsAt = "19:00", PlaceName = "Back room", Address = address, Outcode = "BN7",
        };
        Assert.Empty(form.Read(Group(group), was, out var plan));
        return plan;
    }

    private static PlanMeeting Read(GroupDescription group, string place)
    {
        var form = new PlanForm { HeldOn = "2027-03-02", StartsAt = "19:00", PlaceName = place };
        Assert.Empty(form.Read(Group(group), null, out var plan));
        return plan;
    }

    private static GroupDetails Group(GroupDescription group) =>
        new(group, new("east-sussex"), new(Guid.CreateVersion7()));
}
