using PeerNet.Contracts.Groups;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>Closing, reopening and confirming a group, which are for its leads.</summary>
public sealed class ClosingTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Fact]
    public void Only_leads_and_coordinators_of_a_group_that_exists_close_reopen_and_confirm_it()
    {
        Assert.Equal("group.not-found", new Group().Close(new(), ByCoordinator, Now).No());
        Assert.Equal("group.not-found", new Group().Reopen(ByCoordinator, Now).No());
        Assert.Equal("group.not-found", new Group().Confirm(ByCoordinator, Now).No());
        Assert.Equal("access.leads-only", AGroup().Close(new(), BySam, Now).No());
        Assert.Equal("access.leads-only", AGroup().Reopen(BySam, Now).No());
        Assert.NotNull(AGroup().Close(new(), ByCoordinator, Now).Yes().Closure);
    }

    [Fact]
    public void Without_a_day_it_closes_today_and_stays_closed_since_then_when_that_is_sent_again()
    {
        var closed = AGroup().Close(new("Done"), ByLead, Now).Yes();
        Assert.Equal(new("Done", Today), closed.Closure);
        Assert.Same(closed, closed.Close(new("Done"), ByLead, Now.AddDays(3)).Yes());
        Assert.Equal(new("Why", Today), closed.Close(new("Why"), ByLead, Now.AddDays(3)).Yes().Closure);
        var later = AGroup().Close(new("Done", Today.AddDays(9)), ByLead, Now).Yes();
        Assert.Equal(new("Done", Today.AddDays(2)), later.Close(new("Done"), ByLead, Now.AddDays(2)).Yes().Closure);
    }

    [Theory]
    [InlineData(-367, false)]
    [InlineData(-366, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void It_closes_within_a_year_of_today(int days, bool isAccepted)
    {
        var closing = AGroup().Close(new(On: Today.AddDays(days)), ByLead, Now);
        Assert.Equal(!isAccepted, closing.Refused(out var refusal, out _));
        if (!isAccepted) Assert.Equal("on", refusal!.Field);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void The_reason_has_up_to_five_hundred_characters(int length, bool isAccepted)
    {
        var closing = AGroup().Close(new(new('a', length)), ByLead, Now);
        Assert.Equal(!isAccepted, closing.Refused(out var refusal, out _));
        if (!isAccepted) Assert.Equal("reason", refusal!.Field);
    }

    [Fact]
    public void A_group_that_is_not_closed_is_the_same_after_reopening()
    {
        var group = AGroup();
        Assert.Same(group, group.Reopen(ByLead, Now).Yes());
        var reopened = group.Close(new(), ByLead, Now).Yes().Reopen(ByLead, Now).Yes();
        Assert.Null(reopened.Closure);
        Assert.Contains(Stranger, reopened.Join(Stranger, new(), Known, ByStranger, Now).Yes().Standing.Roster);
    }

    [Fact]
    public void Why_it_closes_is_for_its_people_and_when_is_for_everyone()
    {
        var closed = AGroup().Close(new("Done"), ByLead, Now).Yes();
        GroupClosure? Seen(Contracts.Caller by) => closed.SeenBy(by, Abroad.East, null, 1, Now).Yes().Closure;
        Assert.Equal(new("Done", Today), Seen(BySam));
        Assert.Equal(new(null, Today), Seen(ByStranger));
        Assert.Equal(Today, closed.Standing.ClosesOn);
    }
}
