using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>What a group keeps about its meetings, and what it tells them.</summary>
public sealed class AnnouncingTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Fact]
    public void Meetings_are_kept_in_order_for_sixty_days_and_one_held_early_until_its_original_day_is_that_old()
    {
        var group = Announced(
            About(1, Today.AddDays(3)), About(2, Today.AddDays(3), new(9, 0)), About(3, Today.AddDays(-60)),
            About(4, Today.AddDays(-61)), About(5, Today.AddDays(-61)) with { OriginalDay = Today.AddDays(-60) },
            About(6, Today) with { OriginalDay = Today.AddDays(-70) });
        Assert.Equal([5, 3, 6, 2, 1, 7], Kept(group.Announce(About(7, Today.AddDays(4)), Now).Yes()));
    }

    [Fact]
    public void The_latest_four_hundred_are_kept()
    {
        var group = Announced([.. Enumerable.Range(1, 400).Select(n => About(n, Today.AddDays(n)))]);
        Assert.Equal(400, group.Announced.Length);
        var more = group.Announce(About(401, Today.AddDays(500)), Now).Yes();
        Assert.Equal(400, more.Announced.Length);
        Assert.Equal(Id(2), more.Announced[0].Meeting);
    }

    [Fact]
    public void A_meeting_that_is_withdrawn_follows_its_series_again()
    {
        var slot = AGroup().Calendar.Planned(Today, Today.AddDays(6)).Single();
        var moved = new MeetingAnnouncement(
            slot.Id, TheGroup, Today.AddDays(1), Seven, Cancelled: false, Version: 1, Minutes: 30);
        var group = AGroup().Announce(moved, Now).Yes();
        Assert.Equal([(slot.Id, 30)], Planned(group));
        var back = group.Announce(moved with { Version = 2, Withdrawn = true }, Now).Yes();
        Assert.Equal([(slot.Id, 90)], Planned(back));

        static IEnumerable<(MeetingId, int)> Planned(Group group) =>
            group.Calendar.Planned(Today, Today.AddDays(6)).Select(one => (one.Id, one.Minutes));
    }

    [Fact]
    public void A_meeting_learns_its_day_time_and_length_from_the_series_that_its_ID_is_derived_from()
    {
        var longer = Tuesdays with { Versions = [Tuesdays.Versions[0] with { Minutes = 45 }] };
        var group = AGroup().Describe(
            TheGroup, Description() with { Schedule = new() { Series = [longer] } }, Contracts.IfMatch.Any, 1, ByLead,
            Now).Yes();
        var next = new DateOnly(2026, 11, 24);
        OccurrenceStanding? Standing(DateOnly day) =>
            group.StandingFor(OccurrenceId.Derive(TheGroup, "tuesday-evening", day), Now).Occurrence;
        Assert.Equal(new(TheGroup, "tuesday-evening", next, Seven, 45), Standing(next));
        Assert.Equal(new(TheGroup, "tuesday-evening", next.AddDays(1), null, 45), Standing(next.AddDays(1)));
        Assert.Equal(90, Standing(Tuesday)!.Minutes);
        var oneOff = group.StandingFor(TheMeeting, Now);
        Assert.Null(oneOff.Occurrence);
        Assert.Equal(45, oneOff.Minutes);
    }

    [Fact]
    public void A_meeting_learns_who_belonged_when_including_guests_of_the_whole_group_and_people_who_left()
    {
        var group = AGroupWithAGuest().Leave(Sam, BySam, Now.AddDays(1)).Yes();
        group = group with { Seats = group.Seats.Add(group.Seats[0] with { Id = Token(2), MeetingId = TheMeeting }) };
        Assert.Equal(
            [
                new(Lead, Today, null), new(Person(3), Today, null), new(TheGuest, Today, null),
                new MembershipTerm(Sam, Today, Today.AddDays(1)),
            ],
            group.StandingFor(TheMeeting, Now).Terms);
    }

    [Fact]
    public void People_who_left_are_remembered_for_four_hundred_days_and_those_who_only_asked_are_not()
    {
        var group = AGroup(4, Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes()
            .Leave(Stranger, ByStranger, Now).Yes();
        Assert.Empty(group.Departed);
        var left = group.Leave(Sam, BySam, Now).Yes();
        DateOnly Last(int days) => left.Leave(Person(3), ByLead, Now.AddDays(days)).Yes().Departed[0].Until!.Value;
        Assert.Equal((Today, Today.AddDays(401)), (Last(400), Last(401)));
    }

    [Fact]
    public void The_last_five_hundred_people_who_left_are_remembered()
    {
        var terms = Enumerable.Range(1000, 500).Select(n => new MembershipTerm(Person(n), Today, Today));
        var left = (AGroup() with { Departed = [.. terms] }).Leave(Sam, BySam, Now).Yes();
        Assert.Equal(
            (500, Person(1001), Sam), (left.Departed.Length, left.Departed[0].MemberId, left.Departed[^1].MemberId));
    }

    [Fact]
    public void The_area_says_since_when_somebody_belongs()
    {
        var group = AGroup().Join(Stranger, new() { Since = new(2026, 7, 2) }, Known, Contracts.Caller.Area, Now).Yes();
        Assert.Equal(new(2026, 7, 1, 23, 0, 0, TimeSpan.Zero), group.MembershipOf(Stranger)!.Since);
        Assert.Equal(Part.Member, group.MembershipOf(Stranger)!.Part);
    }

    private static Group Announced(params MeetingAnnouncement[] about) =>
        about.Aggregate(AGroup(), (group, one) => group.Announce(one, Now).Yes());

    private static MeetingAnnouncement About(int number, DateOnly day, TimeOnly? at = null) =>
        new(Id(number), TheGroup, day, at ?? Seven, Cancelled: false, Version: 1);

    private static MeetingId Id(int number) => new(Person(number).Value);

    private static IEnumerable<int> Kept(Group group) =>
        group.Announced.Select(one => Convert.ToInt32(one.Meeting.ToString()[^12..], 16));
}
