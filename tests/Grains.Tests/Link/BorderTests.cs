using PeerNet.Grains.Link;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Link;

/// <summary>A coordinator closes the border to an area and opens it.</summary>
public sealed class BorderTests
{
    [Fact]
    public void It_closes_once_for_each_area_with_who_closed_it_and_when()
    {
        var closed = new Border().Close(West, ByCoordinator, Now).Yes();
        Assert.Equal([new(West, ByCoordinator.Member, Now)], closed.Closed);
        Assert.Same(closed, closed.Close(West, ByCoordinator, Now.AddDays(1)).Yes());
        Assert.Equal([West, Brighton], closed.Close(Brighton, ByCoordinator, Now).Yes().Closed.Select(one => one.To));
    }

    [Fact]
    public void It_opens_to_one_area_and_not_to_another()
    {
        var closed = new Border().Close(West, ByCoordinator, Now).Yes().Close(Brighton, ByCoordinator, Now).Yes();
        var open = closed.Open(West, ByCoordinator).Yes();
        Assert.Equal([Brighton], open.Closed.Select(one => one.To));
        Assert.Same(open, open.Open(West, ByCoordinator).Yes());
    }

    [Fact]
    public void Nobody_but_a_coordinator_closes_or_opens_it()
    {
        Assert.Equal("access.coordinators-only", new Border().Close(West, ByLead, Now).No());
        var closed = new Border().Close(West, ByCoordinator, Now).Yes();
        Assert.Equal("access.coordinators-only", closed.Open(West, ByLead).No());
    }
}
