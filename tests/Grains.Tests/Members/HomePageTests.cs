using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.Members;

/// <summary>What waits for a person, and what no longer does.</summary>
public sealed class HomePageTests
{
    private static readonly Dictionary<MemberId, string?> NoNames = [];

    [Fact]
    public void A_lead_is_asked_to_confirm_after_six_months_and_a_member_and_a_closed_group_s_lead_are_not()
    {
        var group = AGroup();
        var day = new DateTimeOffset(2027, 5, 18, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(Waiting(group, Lead, day.AddDays(-1)).ToConfirm);
        Assert.Equal(
            [new(TheGroup, "Tuesday evening", new(2026, 11, 18))], Waiting(group, Lead, day).ToConfirm.ToArray());
        Assert.Equal(1, Waiting(group, Lead, day).Counts.ToConfirm);
        Assert.Empty(Waiting(group, Sam, day).ToConfirm);
        Assert.Empty(Waiting(group.Confirm(ByLead, day).Yes(), Lead, day).ToConfirm);
        Assert.Empty(Waiting(group.Close(new(), ByLead, day).Yes(), Lead, day).ToConfirm);
    }

    [Fact]
    public void A_meeting_waits_to_be_logged_once_it_has_ended_and_for_eight_weeks()
    {
        // Tuesdays at seven for 90 minutes; the first that counts is eight weeks back.
        var ends = new DateTimeOffset(2026, 11, 24, 20, 30, 0, TimeSpan.Zero);
        var grown = AGroup() with { FoundedOn = Tuesday.AddMonths(-10) };
        Assert.Equal(8, Waiting(grown, Lead, ends.AddMinutes(-1)).Counts.NotLogged);
        var waiting = Waiting(grown, Lead, ends);
        Assert.Equal(9, waiting.Counts.NotLogged);
        Assert.Equal(
            (new(2026, 9, 29), new(2026, 11, 24)), (waiting.NotLogged[0].HeldOn, waiting.NotLogged[^1].HeldOn));
        Assert.Equal(0, Waiting(grown, Sam, ends).Counts.NotLogged);
        // PeerNet has known this one since the Wednesday before.
        Assert.Equal(1, Waiting(AGroup(), Lead, ends).Counts.NotLogged);
    }

    [Fact]
    public void A_list_stops_at_twenty_and_its_count_goes_on()
    {
        var group = Enumerable.Range(200, 25).Aggregate(AGroup(joining: Joining.Ask), (one, number) =>
            one.Join(Person(number), new(), Known, By(Person(number)), Now.AddMinutes(number)).Yes());
        var waiting = Waiting(group, Lead, Now.AddDays(1));
        Assert.Equal((25, 20), (waiting.Counts.Requests, waiting.Requests.Length));
        Assert.Equal(Person(200), waiting.Requests[0].MemberId);
    }

    [Fact]
    public void A_request_has_the_name_that_was_read_for_it_and_no_other()
    {
        var group = AGroupWithSomeoneWhoAsked();
        var names = new Dictionary<MemberId, string?> { [Stranger] = "Kim", [Sam] = "Sam" };
        var page = new HomePage(Me(Lead), [new(group, null, [])], [], [], Now).WithNames(names);
        Assert.Equal("Kim", Assert.Single(page.Waiting.Requests).Name);
        Assert.Null(Assert.Single(Waiting(group, Lead, Now).Requests).Name);
    }

    [Theory]
    [InlineData(SeatState.Asked, 0, true, false)]
    [InlineData(SeatState.Asked, 60, true, false)]
    [InlineData(SeatState.Seated, 29, true, true)]
    [InlineData(SeatState.Seated, 31, true, false)]
    [InlineData(SeatState.Declined, 29, true, true)]
    [InlineData(SeatState.Declined, 31, false, false)]
    [InlineData(SeatState.Ended, 0, false, false)]
    public void A_seat_is_shown_while_it_lasts_and_its_answer_for_thirty_days(
        SeatState state, int days, bool isShown, bool waits)
    {
        var seat = new Seat
        {
            Id = Token(1), Member = Sam, Area = East, GroupId = GroupOfEast, State = state, Since = Now.AddDays(-days),
        };
        var page = new HomePage(Me(Sam), [], [seat], [], Now).WithNames(NoNames);
        Assert.Equal((isShown, waits), (page.Seats.Length == 1, page.Waiting.SeatsAnswered.Length == 1));
    }

    [Fact]
    public void The_group_that_meets_next_comes_first_and_one_that_does_not_meet_last()
    {
        GroupAtHome[] groups =
        [
            Next("Never", null), Next("Late", Now.AddDays(9)), Next("Soon", Now.AddDays(1)), Next("Also never", null),
        ];
        var page = new HomePage(Me(Sam), groups, [], [], Now).WithNames(NoNames);
        Assert.Equal(["Soon", "Late", "Also never", "Never"], page.Groups.Select(group => group.Name));

        static GroupAtHome Next(string name, DateTimeOffset? at)
        {
            var group = AGroup();
            return new(
                group with { Description = group.Description! with { Name = name } },
                at is { } starts ? new(TheMeeting, starts, 90) : null, []);
        }
    }

    [Fact]
    public void Who_has_taken_up_an_offer_waits_for_its_maker_by_the_name_they_chose_and_the_taker_sees_how_it_stands()
    {
        var offer = AnOffer(TwiceAMonth).TakenUp().TakenUp(Bo, 2).Agreed(2);
        var maker = PageOf(Person(11), offer, Maker);
        Assert.Equal([new OfferTask(TheOffer, Match(1), "Robin", Now)], maker.Waiting.OffersTakenUp.ToArray());
        Assert.Equal(1, maker.Waiting.Counts.OffersTakenUp);
        var line = Assert.Single(maker.Offers);
        Assert.Equal(
            (TheOffer, SupportSide.Offer, SupportKind.Lift, true, SupportOfferState.UsedUp, 2),
            (line.Id, line.Side, line.Kind, line.IsMine, line.State, line.Matches));
        Assert.Equal(Today.AddDays(SupportOfferFields.DefaultDays), line.ExpiresOn);

        var taker = PageOf(Person(13), offer, Bo);
        Assert.Empty(taker.Waiting.OffersTakenUp);
        var taken = Assert.Single(taker.Offers);
        Assert.Equal((false, 1, MatchState.Agreed), (taken.IsMine, taken.Matches, taken.Match));

        static MemberHome PageOf(MemberId person, SupportOffer offer, OfferCaller caller) =>
            new HomePage(Me(person), [], [], [offer.SeenBy(caller, 1, Now).Yes()], Now).WithNames(NoNames);
    }

    [Fact]
    public void An_offer_that_somebody_has_taken_up_does_not_wait_for_them()
    {
        var seen = AnOffer().TakenUp().SeenBy(Ada, 1, Now).Yes();
        var taker = new HomePage(Me(Person(12)), [], [], [seen], Now).WithNames(NoNames);
        Assert.Equal((0, MatchState.TakenUp), (taker.Waiting.Counts.OffersTakenUp, taker.Offers.Single().Match));
    }

    [Fact]
    public void An_offer_shows_how_its_latest_match_stands()
    {
        var offer = AnOffer(TwiceAMonth).TakenUp().TakeUp(Match(2), Yes, Bo, Now.AddDays(1)).Yes();
        var later = offer.Agree(Match(2), MakersYes, Maker, Now.AddDays(2)).Yes();
        var page = new HomePage(Me(Person(11)), [], [], [later.SeenBy(Maker, 1, Now).Yes()], Now).WithNames(NoNames);
        Assert.Equal(MatchState.Agreed, page.Offers.Single().Match);
    }

    [Fact]
    public void Only_groups_that_somebody_belongs_to_are_theirs()
    {
        var asked = new GroupAtHome(AGroupWithSomeoneWhoAsked(), null, []);
        var asking = new HomePage(Me(Stranger), [asked], [], [], Now).WithNames(NoNames);
        Assert.Empty(asking.Groups);
        Assert.Equal([asked.Group.Id], asking.Asked.Select(one => one.GroupId));
        Assert.Empty(new HomePage(Me(Lead), [asked], [], [], Now).WithNames(NoNames).Asked);
        var invited = new GroupAtHome(AGroup().Join(Stranger, new(), Known, ByLead, Now).Yes(), null, []);
        var page = new HomePage(Me(Stranger), [invited], [], [], Now).WithNames(NoNames);
        Assert.Empty(page.Groups);
        Assert.Equal(TheGroup, page.Waiting.Invitations.Single().GroupId);
    }

    [Fact]
    public void A_connection_that_another_group_proposes_waits_for_the_leads()
    {
        var group = AGroup() with
        {
            Connections = new() { Agreements = [new(new(East, GroupOfEast), null, 0, true, 1, AwaitsUs: false, Now)] },
        };
        var waiting = Waiting(group, Lead, Now);
        Assert.Equal((1, GroupOfEast), (waiting.Counts.Connections, waiting.Connections.Single().With));
        Assert.Empty(Waiting(group, Sam, Now).Connections);
    }

    [Fact]
    public void The_next_meeting_s_own_place_is_shown_in_place_of_the_group_s()
    {
        var meeting = APlannedMeeting(AGroup()) with { Place = new() { Name = "The pier" } };
        var next = new NextMeeting(TheMeeting, Now.AddDays(1), 90);
        GroupAtHome[] groups = [new(AGroup(), next, [meeting])];
        var page = new HomePage(Me(Sam), groups, [], [], Now).WithNames(NoNames);
        Assert.Equal("The pier", page.Groups.Single().Place?.Name);
        Assert.Null(new HomePage(Me(Sam), [new(AGroup(), next, [])], [], [], Now).WithNames(NoNames).Groups[0].Place);
    }

    [Fact]
    public void The_next_evening_of_a_series_that_meets_online_is_not_where_the_others_are()
    {
        var says = AGroup().Description! with { Place = new() { Name = "Church hall" } };
        var hall = AGroup() with { Description = says };
        var online = hall with
        {
            Description = says with { Schedule = new() { Series = [Tuesdays with { Format = MeetingFormat.Online }] } },
        };
        Assert.Equal(("Church hall", false), Where(hall));
        Assert.Equal((null, true), Where(online));
        var moved = APlannedMeeting(online) with
        {
            Id = online.Calendar.Next(Now)!.Id, Place = new() { Name = "The pier" },
        };
        Assert.Equal(("The pier", false), Where(online, moved));

        static (string? Place, bool IsOnline) Where(Group group, params Meeting[] recorded)
        {
            GroupAtHome[] groups = [new(group, group.Calendar.Next(Now), recorded)];
            var line = new HomePage(Me(Sam), groups, [], [], Now).WithNames(NoNames).Groups.Single();
            return (line.Place?.Name, line.IsOnline);
        }
    }

    [Fact]
    public void The_latest_twenty_offers_are_listed_and_everybody_who_waits_is_counted()
    {
        var seen = AnOffer(ALift).TakenUp().SeenBy(Maker, 1, Now).Yes();
        var offers = Enumerable.Range(1, 25).Select(number => seen with { Id = new(Person(number).Value) });
        var page = new HomePage(Me(Person(11)), [], [], [.. offers], Now).WithNames(NoNames);
        Assert.Equal((20, 20, 25), (
            page.Offers.Length, page.Waiting.OffersTakenUp.Length, page.Waiting.Counts.OffersTakenUp));
        Assert.Equal(new SupportOfferId(Person(25).Value), page.Offers[0].Id);
    }

    private static HomeTasks Waiting(Group group, MemberId person, DateTimeOffset now) =>
        new HomePage(Me(person), [new(group, null, [])], [], [], now).WithNames(NoNames).Waiting;

    private static Member Me(MemberId person) => new() { Id = person };
}
