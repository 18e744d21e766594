using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Lenses;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Lenses;

/// <summary>Lenses that come with PeerNet, those that coordinators add, and the groups that they help.</summary>
public sealed class LensTests
{
    private static readonly LensId TheLens = new(new("01990000-0000-7000-8000-0000000000f1"));
    private static readonly LensId Shipped = ShippedLenses.All.Keys.First();
    private static readonly MemberStanding Leads = Known with { Groups = [TheGroup], Leads = [TheGroup] };
    private static readonly SayLensHelps Why = new("It shows where we are");

    private static readonly AddLens AText = new()
    {
        Name = "A bridge",
        Makers = "Two groups in Sussex",
        Credit = "Name both groups",
        Link = "https://bridge.example.invalid/",
        Steps = ["One bank", "The other"],
        Version = "2026",
    };

    [Fact]
    public void A_coordinator_adds_one_and_changes_it_before_it_is_used()
    {
        Assert.Equal("access.coordinators-only", new Lens().Add(TheLens, AText, ByLead).No());
        var lens = new Lens().Add(TheLens, AText, ByCoordinator).Yes();
        Assert.Same(lens, lens.Add(TheLens, AText with { Steps = [.. AText.Steps] }, ByCoordinator).Yes());
        var changed = lens.Add(TheLens, AText with { Version = "2027" }, ByCoordinator).Yes();
        Assert.Equal("2027", changed.Seen(TheLens).Yes().Lens.Version);
        Assert.False(changed.Seen(TheLens).Yes().IsShipped);
        var used = lens.SayHelps(TheLens, TheGroup, Why, Leads).Yes();
        Assert.Equal("lens.in-use", used.Add(TheLens, AText with { Version = "2027" }, ByCoordinator).No());
        var free = used.TakeBack(TheLens, TheGroup, Leads, ByLead).Yes();
        Assert.Equal("lens.in-use", free.Add(TheLens, AText with { Version = "2027" }, ByCoordinator).No());
        Assert.Same(used, used.Add(TheLens, AText, ByCoordinator).Yes());
    }

    [Theory]
    [InlineData("https://example.invalid@elsewhere.invalid/", false)]
    [InlineData("https://bridge.example.invalid/a b", false)]
    [InlineData(" https://bridge.example.invalid/", false)]
    [InlineData("http://bridge.example.invalid/", false)]
    [InlineData("https:/bridge", false)]
    [InlineData("https://bridge.example.invalid/a@b?c=d", true)]
    [InlineData(null, true)]
    public void A_link_shows_where_it_leads_as_the_link_of_a_group_does(string? link, bool isAllowed)
    {
        var added = new Lens().Add(TheLens, AText with { Link = link }, ByCoordinator);
        Assert.Equal(!isAllowed, added.Refused(out var refusal, out _));
        Assert.Equal(isAllowed ? null : "link", refusal?.Field);
        Assert.Equal(isAllowed, GroupFields.IsOnlineLink(link));
    }

    [Fact]
    public void One_that_a_gathering_asks_about_stays_as_it_is()
    {
        var asked = new Lens().Add(TheLens, AText, ByCoordinator).Yes().Use(TheLens).Yes();
        Assert.Equal("lens.in-use", asked.Add(TheLens, AText with { Version = "2027" }, ByCoordinator).No());
        Assert.Same(asked, asked.Use(TheLens).Yes());
        var shipped = new Lens();
        Assert.Same(shipped, shipped.Use(Shipped).Yes());
        Assert.Equal("lens.not-found", new Lens().Use(TheLens).No());
    }

    [Fact]
    public void Those_that_come_with_PeerNet_follow_the_rules_and_stay_as_they_are()
    {
        Assert.All(ShippedLenses.All.Values, lens => Assert.Null(LensRules.Check(lens)));
        Assert.Equal("lens.in-use", new Lens().Add(Shipped, AText, ByCoordinator).No());
        Assert.True(new Lens().Seen(Shipped).Yes().IsShipped);
        Assert.Single(ShippedLenses.All.Values, lens => lens.Steps.IsEmpty);
    }

    [Fact]
    public void A_lead_says_why_it_helps_their_group_now_and_that_it_no_longer_does()
    {
        var own = Known with { Groups = [TheGroup] };
        Assert.Equal("access.leads-only", new Lens().SayHelps(Shipped, TheGroup, Why, own).No());
        Assert.Equal("lens.field", new Lens().SayHelps(Shipped, TheGroup, new(" "), Leads).No());
        var helps = new Lens().SayHelps(Shipped, TheGroup, Why, Leads).Yes();
        Assert.Same(helps, helps.SayHelps(Shipped, TheGroup, Why, Leads).Yes());
        Assert.Equal([new(TheGroup, Why.Why)], helps.Seen(Shipped).Yes().Helping);
        var again = helps.SayHelps(Shipped, TheGroup, new("Another reason"), Leads).Yes();
        Assert.Equal(["Another reason"], again.Seen(Shipped).Yes().Helping.Select(help => help.Why));
        Assert.Equal("access.leads-only", again.TakeBack(Shipped, TheGroup, own, ByLead).No());
        var none = again.TakeBack(Shipped, TheGroup, Leads, ByLead).Yes();
        Assert.Empty(none.Seen(Shipped).Yes().Helping);
        var other = new GroupId(new("01990000-0000-7000-8000-0000000000f2"));
        var both = again.SayHelps(Shipped, other, Why, Known with { Leads = [other] }).Yes();
        var left = both.TakeBack(Shipped, TheGroup, Leads, ByLead).Yes();
        Assert.Equal([new(other, Why.Why)], left.Seen(Shipped).Yes().Helping);
        Assert.Same(none, none.TakeBack(Shipped, TheGroup, Leads, ByLead).Yes());
        Assert.Empty(again.TakeBack(Shipped, TheGroup, Known, ByCoordinator).Yes().Helping);
    }

    [Fact]
    public void An_ID_that_nobody_has_used_is_not_found()
    {
        Assert.Equal("lens.not-found", new Lens().Seen(TheLens).No());
        Assert.Equal("lens.not-found", new Lens().SayHelps(TheLens, TheGroup, Why, Leads).No());
        Assert.Equal("lens.not-found", new Lens().TakeBack(TheLens, TheGroup, Leads, ByLead).No());
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "name", AText with { Name = "" } },
        { "makers", AText with { Makers = " " } },
        { "credit", AText with { Credit = "" } },
        { "link", AText with { Link = "http://bridge.example.invalid/" } },
        { "link", AText with { Link = "bridge" } },
        { "steps", AText with { Steps = ["One", "one"] } },
        { "steps", AText with { Steps = default } },
        { "steps", AText with { Steps = [.. Enumerable.Range(0, 21).Select(step => $"{step}")] } },
        { "version", AText with { Version = "" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object lens)
    {
        Assert.True(new Lens().Add(TheLens, (AddLens)lens, ByCoordinator).Refused(out var refusal, out _));
        Assert.Equal(("lens.field", field), (refusal.Code, refusal.Field));
    }
}
