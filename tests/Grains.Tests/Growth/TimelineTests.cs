using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Growth.Year;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>How a group has grown, and who sees it.</summary>
public sealed class TimelineTests
{
    [Fact]
    public void A_new_group_has_been_founded_and_nothing_else()
    {
        Assert.Equal([(Milestone.Founded, Founded)], Reached(Year.Of()));
    }

    [Fact]
    public void Meetings_are_counted_when_they_were_held_and_not_when_they_were_logged_or_planned()
    {
        var year = Enumerable.Range(1, 10).Reverse().Aggregate(Year.Of(), (y, week) => y.Log(week, [1]))
            .Log(0, [], off: new(NotHeldReason.Venue)).Cancel(12);
        Assert.Equal((Evening(1), Evening(10)), (On(year, Milestone.FirstMeeting), On(year, Milestone.TenthMeeting)));
        var off = new CorrectMeeting { Why = "Nobody was there", DidNotHappen = new(NotHeldReason.Venue) };
        var corrected = year.Correct(10, 1, off);
        Assert.Equal(Evening(1), On(corrected, Milestone.FirstMeeting));
        Assert.Null(On(corrected, Milestone.TenthMeeting));
        Assert.Null(On(Year.Of().Log(1, [1]), Milestone.TenthMeeting));
    }

    [Fact]
    public void A_newcomer_was_not_at_the_first_meeting_and_comes_back_at_their_second()
    {
        var year = Year.Of().Log(1, [1, 2]).Log(2, [1, 2, 3]);
        Assert.Null(On(year, Milestone.NewcomerCameBack));
        Assert.Equal(Evening(5), On(year.Log(3, [1, 4]).Log(5, [3]).Log(6, [4]), Milestone.NewcomerCameBack));
        // A meeting that is logged late may be the first, and then others were newcomers.
        Assert.Equal(Evening(2), On(year.Log(0, [1]), Milestone.NewcomerCameBack));
    }

    [Fact]
    public void The_first_co_lead_is_the_first_person_who_becomes_one()
    {
        var year = Year.Of(3);
        Assert.Null(On(year, Milestone.FirstCoLead));
        var one = Promoted(year.Group, 2, Part.CoLead, Evening(3));
        Assert.Equal(Evening(3), On(year with { Group = one }, Milestone.FirstCoLead));
        var two = Promoted(one, 3, Part.CoLead, Evening(5));
        Assert.Equal(Evening(3), two.FirstCoLeadOn);
        Assert.Equal(Evening(3), two.Forget(Person(2), Abroad.East, Morning(Evening(7))).Yes().FirstCoLeadOn);
    }

    [Fact]
    public void A_lead_who_steps_down_to_co_lead_is_not_the_first()
    {
        var two = Promoted(Year.Of(3).Group, 2, Part.Lead, Evening(2));
        var less = two.Join(Person(2), new(Part.CoLead), Known, By(Person(2)), Morning(Evening(4))).Yes();
        Assert.Equal(Part.CoLead, less.MembershipOf(Person(2))!.Part);
        Assert.Null(less.FirstCoLeadOn);
    }

    [Fact]
    public void An_offer_is_taken_up_once_both_sides_have_agreed()
    {
        var day = new DateOnly(2026, 3, 4);
        SupportOffer[] offers = [new(), new() { FirstMatchedOn = day.AddDays(7) }, new() { FirstMatchedOn = day }];
        Assert.Equal(day, On(Year.Of(), Milestone.FirstOfferTakenUp, offers));
        Assert.Null(On(Year.Of(), Milestone.FirstOfferTakenUp, new SupportOffer()));
    }

    [Fact]
    public void A_visit_is_a_guest_who_came_and_not_one_who_was_expected()
    {
        var year = Year.Of();
        var seated = year with { Group = year.Group.Receive(Abroad.TheAsking(), Abroad.East, Morning(Founded)).Yes() };
        var came = seated.Log(1, [1]).Log(2, [1]).Correct(2, 1, new()
        {
            Why = "They were there, too", Marks = [new(Abroad.TheGuest, Mark.Present)],
        });
        Assert.Equal(Evening(2), On(came, Milestone.FirstVisit));
        Assert.Null(On(seated.Log(1, [1]), Milestone.FirstVisit));
        var left = came with { Group = came.Group.Receive(Abroad.TheLeaving(), Abroad.East, Now).Yes() };
        Assert.Equal(Evening(2), On(left, Milestone.FirstVisit));
    }

    [Fact]
    public void A_group_is_a_year_old_unless_it_was_closed_by_then()
    {
        var year = Year.Of();
        var birthday = Founded.AddYears(1);
        Assert.Null(On(year, Milestone.OneYear, birthday.AddDays(-1)));
        Assert.Equal(birthday, On(year, Milestone.OneYear, birthday));
        Assert.Equal(birthday, On(Closed(birthday.AddDays(1)), Milestone.OneYear, birthday.AddDays(9)));
        Assert.Null(On(Closed(birthday), Milestone.OneYear, birthday.AddDays(9)));

        Year Closed(DateOnly on) => year with { Group = year.Group with { Closure = new(On: on) } };
    }

    [Fact]
    public void Milestones_come_in_the_order_in_which_they_were_reached()
    {
        var year = Enumerable.Range(0, 12).Aggregate(Year.Of(), (y, week) => y.Log(week, week % 2 == 0 ? [1] : [1, 2]));
        year = year with { Group = Promoted(year.Group, 2, Part.CoLead, Evening(2)) };
        Assert.Equal(
            [
                (Milestone.Founded, Founded), (Milestone.FirstMeeting, Founded),
                (Milestone.FirstCoLead, Evening(2)), (Milestone.NewcomerCameBack, Evening(3)),
                (Milestone.TenthMeeting, Evening(9)),
            ],
            Reached(year));
    }

    [Fact]
    public void The_group_sees_it_and_coordinators_only_if_a_lead_agrees()
    {
        var group = AGroupWithSomeoneWhoAsked();
        Assert.Null(group.WhyTimelineIsHiddenFrom(BySam));
        Assert.Null(group.WhyTimelineIsHiddenFrom(ByLead));
        Assert.Equal("group.timeline-not-shared", group.WhyTimelineIsHiddenFrom(ByCoordinator)?.Code);
        Assert.Equal("access.not-yours", group.WhyTimelineIsHiddenFrom(ByStranger)?.Code);
        var shared = group.ShareTimeline(true, ByLead).Yes();
        Assert.Null(shared.WhyTimelineIsHiddenFrom(ByCoordinator));
        Assert.Equal("access.not-yours", shared.WhyTimelineIsHiddenFrom(ByStranger)?.Code);
        Assert.Equal(
            "access.not-yours",
            shared.WhyTimelineIsHiddenFrom(new(CallerRole.NetworkCoordinator, Person(1001)))?.Code);
        Assert.Equal("group.not-found", new Group().WhyTimelineIsHiddenFrom(ByCoordinator)?.Code);
        var kept = shared.ShareTimeline(false, ByLead).Yes();
        Assert.Equal("group.timeline-not-shared", kept.WhyTimelineIsHiddenFrom(ByCoordinator)?.Code);
    }

    [Fact]
    public void Only_a_lead_of_the_group_s_own_decides_and_saying_it_twice_changes_nothing()
    {
        var group = AGroupWithSomeoneWhoAsked();
        foreach (var caller in new[] { BySam, ByStranger, ByCoordinator, Caller.Visitor, Caller.Area })
            Assert.Equal("group.timeline-leads-only", group.ShareTimeline(true, caller).No());
        var coLed = Promoted(group, 2, Part.CoLead, London.DayOf(Now));
        var shared = coLed.ShareTimeline(true, BySam).Yes();
        Assert.Same(shared, shared.ShareTimeline(true, ByLead).Yes());
        Assert.Same(group, group.ShareTimeline(false, ByLead).Yes());
        Assert.Equal("group.not-found", new Group().ShareTimeline(true, ByLead).No());
    }

    private static Group Promoted(Group group, int person, Part part, DateOnly day) =>
        group.Join(Person(person), new(part), Known, ByLead, Morning(day)).Yes();

    private static List<(Milestone, DateOnly)> Reached(Year year) =>
        [.. Life(year, Today).Timeline().Items.Select(one => (one.Milestone, one.On))];

    private static DateOnly? On(Year year, Milestone milestone, params SupportOffer[] offers) =>
        On(GroupLife.Of(year.Group, year.Meetings.Values, offers, Today), milestone);

    private static DateOnly? On(Year year, Milestone milestone, DateOnly today) => On(Life(year, today), milestone);

    private static DateOnly? On(GroupLife life, Milestone milestone) =>
        life.Timeline().Items.SingleOrDefault(one => one.Milestone == milestone)?.On;

    private static GroupLife Life(Year year, DateOnly today) =>
        GroupLife.Of(year.Group, year.Meetings.Values, [], today);

    private static DateTimeOffset Morning(DateOnly day) => London.StartOf(day).AddHours(9);
}
