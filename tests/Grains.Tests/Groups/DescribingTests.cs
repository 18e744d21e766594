using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class DescribingTests
{
    [Fact]
    public void A_member_who_founds_a_group_leads_it() => Assert.Equal([Lead], AGroup(people: 1).Standing.Leads);

    [Fact]
    public void A_coordinator_founds_a_group_without_joining_it()
    {
        Assert.Empty(new Grains.Groups.Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByCoordinator, Now)
            .Yes().Roster);
    }

    [Fact]
    public void A_visitor_founds_nothing()
    {
        Assert.Equal(
            "group.members-found",
            new Grains.Groups.Group().Describe(TheGroup, Description(), IfMatch.None, 0, Caller.Visitor, Now).No());
    }

    [Fact]
    public void Only_a_lead_or_coordinator_changes_the_description()
    {
        Assert.Equal(
            "access.leads-only",
            AGroup().Describe(TheGroup, Description() with { Name = "Mine" }, IfMatch.Any, 1, BySam, Now).No());
    }

    [Fact]
    public void The_same_description_again_changes_nothing_and_needs_no_version()
    {
        var group = AGroup();
        Assert.Same(group, group.Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, Now.AddDays(3)).Yes());
    }

    [Fact]
    public void Another_description_needs_the_version_that_was_read()
    {
        var other = Description() with { Name = "Tuesday night" };
        Assert.Equal("version.needed", AGroup().Describe(TheGroup, other, IfMatch.None, 1, ByLead, Now).No());
        Assert.Equal("version.stale", AGroup().Describe(TheGroup, other, IfMatch.Exactly(9), 1, ByLead, Now).No());
        Assert.Equal(
            "Tuesday night",
            AGroup().Describe(TheGroup, other, IfMatch.Exactly(1), 1, ByLead, Now).Yes().Description!.Name);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "two\nlines")]
    [InlineData("onlineLink", "http://meet.example.invalid")]
    [InlineData("onlineLink", "javascript:alert(1)")]
    [InlineData("place.outcode", "BN2 1AA")]
    [InlineData("place.outcode", "BN2\n")]
    [InlineData("topics", "two words")]
    public void An_invalid_description_is_refused_by_field(string field, string value)
    {
        var described = field switch
        {
            "name" => Description() with { Name = value },
            "onlineLink" => Description() with { OnlineLink = value },
            "topics" => Description() with { Topics = [value] },
            _ => Description() with { Place = new() { Outcode = value } },
        };
        Assert.True(new Grains.Groups.Group().Describe(TheGroup, described, IfMatch.None, 0, ByLead, Now)
            .Refused(out var refusal, out _));
        Assert.Equal(("group.description", field), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Strangers_see_as_much_of_the_place_as_the_group_allows_and_no_link_or_roster()
    {
        var place = new Place
        {
            Name = "Hall",
            Address = "1 Street",
            Town = "Lewes",
            Outcode = "BN7",
            Latitude = 50.8739,
            Longitude = 0.0088,
            Privacy = PlacePrivacy.AreaOnly
        };
        var group = AGroup().Describe(
            TheGroup,
            Description() with { Place = place, OnlineLink = "https://meet.example.invalid/x" },
            IfMatch.Any,
            1,
            ByLead,
            Now).Yes();
        var card = group.SeenBy(Caller.Visitor, new("east-sussex"), null, 1, Now).Yes();
        Assert.Equal(new Place
        {
            Town = "Lewes", Outcode = "BN7", Latitude = 50.87, Longitude = 0.01, Privacy = PlacePrivacy.AreaOnly
        }, card.Place);
        Assert.Null(card.OnlineLink);
        Assert.Null(card.Roster);
        var inside = group.SeenBy(BySam, new("east-sussex"), null, 1, Now).Yes();
        Assert.Equal(place, inside.Place);
        Assert.NotNull(inside.OnlineLink);
        Assert.Null(inside.Asked);
        Assert.NotNull(group.SeenBy(ByLead, new("east-sussex"), null, 1, Now).Yes().Asked);
    }

    [Fact]
    public void A_group_closes_on_its_day_and_opens_again()
    {
        var closing = AGroup().Close(new("Moving on", new(2026, 12, 1)), ByLead, Now).Yes();
        Assert.Equal(GroupStatus.Active, Seen(closing, Now).Status);
        Assert.Equal(GroupStatus.Closed, Seen(closing, Now.AddDays(20)).Status);
        Assert.Same(closing, closing.Close(new("Moving on", new(2026, 12, 1)), ByLead, Now).Yes());
        Assert.Equal(GroupStatus.Active, Seen(closing.Reopen(ByLead, Now).Yes(), Now.AddDays(20)).Status);
    }

    [Fact]
    public void Confirming_moves_the_day_once_a_day()
    {
        var confirmed = AGroup().Confirm(ByLead, Now.AddDays(5)).Yes();
        Assert.Equal(new DateOnly(2026, 11, 23), confirmed.LastConfirmed);
        Assert.Same(confirmed, confirmed.Confirm(ByLead, Now.AddDays(5)).Yes());
        Assert.Equal("access.leads-only", confirmed.Confirm(BySam, Now).No());
    }

    private static GroupDetails Seen(Grains.Groups.Group group, DateTimeOffset now) =>
        group.SeenBy(Caller.Visitor, new("east-sussex"), null, 1, now).Yes();
}
