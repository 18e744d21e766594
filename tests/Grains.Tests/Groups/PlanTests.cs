using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class PlanTests
{
    private static readonly DateOnly Next = new(2026, 11, 24);

    [Fact]
    public void The_next_meeting_is_the_pattern_s_with_London_s_offset()
    {
        Assert.Equal(new(2026, 11, 24, 19, 0, 0, TimeSpan.Zero), AGroup().Calendar.Next(Now)!.StartsAt);
        var summer = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromHours(1), AGroup().Calendar.Next(summer)!.StartsAt.Offset);
    }

    [Fact]
    public void A_cancelled_meeting_is_not_next_and_a_reinstated_one_is_again()
    {
        var slot = AGroup().Calendar.Planned(Next, Next).Single();
        var cancelled = AGroup().Announce(new(slot.Id, TheGroup, Next, Seven, Cancelled: true, Version: 1), Now).Yes();
        Assert.Equal(new DateOnly(2026, 12, 1), DateOnly.FromDateTime(cancelled.Calendar.Next(Now)!.StartsAt.Date));
        var back = cancelled.Announce(new(slot.Id, TheGroup, Next, Seven, Cancelled: false, Version: 2), Now).Yes();
        Assert.Equal(slot.Id, back.Calendar.Next(Now)!.Id);
    }

    [Fact]
    public void News_that_comes_late_or_twice_changes_nothing()
    {
        var slot = AGroup().Calendar.Planned(Next, Next).Single();
        var group = AGroup().Announce(new(slot.Id, TheGroup, Next, Seven, Cancelled: false, Version: 2), Now).Yes();
        Assert.Same(group, group.Announce(new(slot.Id, TheGroup, Next, Seven, Cancelled: true, Version: 1), Now).Yes());
        Assert.Same(
            group, group.Announce(new(slot.Id, TheGroup, Next, Seven, Cancelled: false, Version: 2), Now).Yes());
    }

    [Fact]
    public void A_moved_meeting_is_listed_only_at_its_new_time()
    {
        var slot = AGroup().Calendar.Planned(Next, Next).Single();
        var moved =
            AGroup().Announce(new(slot.Id, TheGroup, Next.AddDays(1), Seven, Cancelled: false, Version: 1), Now).Yes();
        Assert.Equal([Next.AddDays(1)], moved.Calendar.Planned(Next, Next.AddDays(6)).Select(p => p.On));
    }

    [Fact]
    public void A_one_off_meeting_comes_beside_the_pattern()
    {
        var group = AGroup()
            .Announce(new(TheMeeting, TheGroup, new(2026, 11, 20), Seven, Cancelled: false, Version: 1), Now)
            .Yes();
        Assert.Equal(TheMeeting, group.Calendar.Next(Now)!.Id);
    }

    [Fact]
    public void A_pause_ends_by_itself_and_its_days_are_never_unlogged_meetings()
    {
        var paused = AGroup()
            .Describe(
                TheGroup,
                Description() with { Pauses = [new(new(2026, 11, 18), new(2027, 1, 1))] },
                IfMatch.Any,
                1,
                ByLead,
                Now)
            .Yes();
        Assert.Equal(new DateOnly(2027, 1, 5), DateOnly.FromDateTime(paused.Calendar.Next(Now)!.StartsAt.Date));
        var resumed = paused.Describe(TheGroup, Description(), IfMatch.Any, 1, ByLead, Now.AddDays(10)).Yes();
        Assert.Empty(resumed.Calendar.Planned(new(2026, 11, 18), new(2026, 11, 27)));
        Assert.Equal(
            new DateOnly(2026, 12, 1), DateOnly.FromDateTime(resumed.Calendar.Next(Now.AddDays(10))!.StartsAt.Date));
    }

    [Fact]
    public void A_closed_group_plans_nothing_after_its_day()
    {
        var closed = AGroup().Close(new(On: new(2026, 12, 1)), ByLead, Now).Yes();
        Assert.Equal([Next], closed.Calendar.Planned(Next, Next.AddDays(30)).Select(p => p.On));
    }
}
