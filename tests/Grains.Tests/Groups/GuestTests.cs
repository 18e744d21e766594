using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class GuestTests
{
    private static readonly MeetingId NextTuesday =
        AGroup().Calendar.Planned(Tuesday.AddDays(7), Tuesday.AddDays(7)).Single().Id;

    [Fact]
    public void An_open_group_seats_a_guest_at_once_and_says_so()
    {
        var seating = AGroup().Receive(TheAsking(), East, Now);
        var group = seating.Yes();
        Assert.Contains(TheGuest, group.Standing.Roster);
        Assert.Equal([TheAnswer(told: new())], seating.Messages);
        Assert.Same(group, group.Receive(TheAsking(name: "Another name"), East, Now.AddDays(1)).Yes());
    }

    [Fact]
    public void Where_people_ask_a_guest_waits_for_a_lead()
    {
        var asking = AGroup(joining: Joining.Ask).Receive(TheAsking(), East, Now);
        var asked = asking.Yes();
        Assert.Equal((SeatState.Asked, 0), (asked.Seats[0].State, asking.Messages.Length));
        Assert.Empty(asked.Standing.Seats);
        Assert.DoesNotContain(TheGuest, asked.Standing.Roster);
        Assert.Equal("access.leads-only", asked.AnswerSeat(TheSeat, new(true), East, BySam, Now).No());
        Assert.Equal("seat.not-found", asked.AnswerSeat(Token(2), new(true), East, ByLead, Now).No());
        var seating = asked.AnswerSeat(TheSeat, new(true), East, ByLead, Now);
        var seated = seating.Yes();
        Assert.Contains(TheGuest, seated.Standing.Roster);
        Assert.Equal([TheAnswer(told: new())], seating.Messages);
        Assert.Same(seated, seated.AnswerSeat(TheSeat, new(true), East, ByLead, Now).Yes());
    }

    [Fact]
    public void A_closed_group_takes_nobody_not_even_a_guest_who_has_been_waiting()
    {
        var closed = AGroupWithAGuest(joining: Joining.Ask).Close(new(), ByLead, Now).Yes();
        Assert.Equal("group.closed", closed.AnswerSeat(TheSeat, new(true), East, ByLead, Now).No());
        Assert.Equal(SeatState.Ended, closed.AnswerSeat(TheSeat, new(false), East, ByLead, Now).Yes().Seats[0].State);
    }

    [Fact]
    public void A_guest_who_is_turned_down_leaves_no_name_and_is_not_seated_by_mistake()
    {
        var turning = AGroupWithAGuest(joining: Joining.Ask).AnswerSeat(TheSeat, new(false), East, ByLead, Now);
        var turnedDown = turning.Yes();
        Assert.Equal([TheAnswer(welcome: false)], turning.Messages);
        Assert.Equal((SeatState.Ended, null), (turnedDown.Seats[0].State, turnedDown.Seats[0].ShownAs));
        Assert.Same(turnedDown, turnedDown.AnswerSeat(TheSeat, new(false), East, ByLead, Now).Yes());
        Assert.Equal("seat.over", turnedDown.AnswerSeat(TheSeat, new(true), East, ByLead, Now).No());
        Assert.Same(turnedDown, turnedDown.Receive(TheAsking(), East, Now).Yes());
    }

    [Fact]
    public void Groups_that_take_nobody_say_why()
    {
        Assert.Equal("group.not-found", new Group().Receive(TheAsking(), East, Now).No());
        Assert.Equal("group.by-invitation", AGroup(joining: Joining.Invite).Receive(TheAsking(), East, Now).No());
        Assert.Equal("group.closed", AGroup().Close(new(), ByLead, Now).Yes().Receive(TheAsking(), East, Now).No());
    }

    [Fact]
    public void Guests_take_places_like_anybody()
    {
        var full = AGroup(2, capacity: 3).Receive(TheAsking(), East, Now).Yes();
        Assert.DoesNotContain(Stranger, full.Join(Stranger, new(), Known, ByStranger, Now).Yes().Standing.Roster);
        var waiting = full.Receive(TheAsking(2), East, Now);
        Assert.Equal((SeatState.Asked, 0), (waiting.Yes().SeatOf(Token(2))!.State, waiting.Messages.Length));
        Assert.Equal("group.full", waiting.Yes().AnswerSeat(Token(2), new(true), East, ByLead, Now).No());
        var asked = AGroup(2, Joining.Ask, capacity: 3).Receive(TheAsking(), East, Now)
            .Yes()
            .With(Stranger);
        Assert.Equal("group.full", asked.AnswerSeat(TheSeat, new(true), East, ByLead, Now).No());
    }

    [Fact]
    public void What_a_hostile_area_writes_is_checked_again()
    {
        Assert.Equal("seat.name", AGroup().Receive(TheAsking(name: new('x', 61)), East, Now).No());
        Assert.Equal("seat.name", AGroup().Receive(TheAsking(name: "Robin\u0007"), East, Now).No());
        Assert.Equal(
            "seat.token", AGroup().Receive(TheAsking() with { Seat = new(Guid.CreateVersion7()) }, East, Now).No());
        Assert.Equal(
            "link.misdirected", AGroupWithAGuest().Receive(TheAsking() with { From = Brighton }, East, Now).No());
        Assert.Equal(
            "link.misdirected", AGroupWithAGuest().Receive(TheLeaving() with { From = Brighton }, East, Now).No());
        Assert.Equal("link.misdirected", AGroup().Receive(TheAsking() with { Group = GroupOfWest }, East, Now).No());
        Assert.Equal("link.misdirected", AGroup().Receive(TheAsking() with { From = East }, East, Now).No());
        Assert.Equal("link.misdirected", AGroup().Receive(TheAnswer() with { From = West }, East, Now).No());
    }

    [Fact]
    public void A_guest_who_leaves_leaves_no_name_and_a_late_asking_does_not_bring_them_back()
    {
        var left = AGroupWithAGuest().Receive(TheLeaving(), East, Now).Yes();
        Assert.DoesNotContain(TheGuest, left.Standing.Roster);
        Assert.Null(left.Seats[0].ShownAs);
        foreach (var group in (Group[])[left, AGroup().Receive(TheLeaving(), East, Now).Yes()])
        {
            Assert.Same(group, group.Receive(TheAsking(), East, Now).Yes());
            Assert.Same(group, group.Receive(TheLeaving(), East, Now).Yes());
        }
    }

    [Fact]
    public void An_outsider_cannot_tell_a_full_group_from_one_that_has_not_answered()
    {
        var waits = AGroup(joining: Joining.Ask).Receive(TheAsking(), East, Now);
        var full = AGroup(3, capacity: 3).Receive(TheAsking(), East, Now);
        Assert.Equal(waits.Yes().Seats, full.Yes().Seats);
        Assert.Equal((0, 0), (waits.Messages.Length, full.Messages.Length));
    }

    [Fact]
    public void No_area_takes_the_places_of_another_however_often_its_people_ask_and_give_up()
    {
        var group = AGroup(joining: Joining.Ask);
        for (var number = 1; number <= 1000; number++)
        {
            var asking = TheAsking(number);
            group = group.Receive(asking, East, Now.AddSeconds(number)).Yes()
                .Receive(TheLeaving() with { Seat = asking.Seat }, East, Now.AddSeconds(number)).Yes();
        }
        Assert.Equal(200, group.Seats.Length);
        for (var number = 2001; number <= 2200; number++)
            group = group.Receive(TheAsking(number), East, Now).Yes();
        Assert.Equal("seat.too-many-of-area", group.Receive(TheAsking(2201), East, Now).No());
        var others = group.Receive(TheAsking(3000) with { From = Brighton }, East, Now).Yes();
        Assert.Equal(SeatState.Asked, others.SeatOf(Token(3000))!.State);
    }

    [Fact]
    public void A_request_that_nobody_answers_ends_after_ninety_days_and_the_guest_learns_of_it()
    {
        var asked = AGroup(joining: Joining.Ask).Receive(TheAsking(), East, Now).Yes();
        Assert.Equal(SeatState.Asked, asked.Receive(TheAsking(2), East, Now.AddDays(90)).Yes().SeatOf(TheSeat)!.State);
        var later = asked.Receive(TheAsking(2), East, Now.AddDays(91));
        Assert.Equal(SeatState.Ended, later.Yes().SeatOf(TheSeat)!.State);
        Assert.Equal([TheEnd()], later.Messages);
    }

    [Fact]
    public void An_ended_seat_is_forgotten_after_four_hundred_days()
    {
        var left = AGroup().Receive(TheLeaving(), East, Now).Yes();
        Assert.Equal(2, left.Receive(TheAsking(2), East, Now.AddDays(399)).Yes().Seats.Length);
        Assert.Equal(2, left.Receive(TheAsking(2), East, Now.AddDays(400)).Yes().Seats.Length);
        Assert.Equal([Token(2)], left.Receive(TheAsking(2), East, Now.AddDays(401)).Yes().Seats.Select(s => s.Id));
    }

    [Fact]
    public void A_lead_ends_a_seat_and_the_guest_s_home_area_learns_of_it()
    {
        var group = AGroupWithAGuest();
        Assert.Equal("access.leads-only", group.EndSeat(TheSeat, East, BySam, Now).No());
        var ending = group.EndSeat(TheSeat, East, ByLead, Now);
        var ended = ending.Yes();
        Assert.Equal([TheEnd()], ending.Messages);
        var again = ended.EndSeat(TheSeat, East, ByLead, Now);
        Assert.Same(ended, again.Yes());
        Assert.Empty(again.Messages);
        Assert.Same(group, group.EndSeat(Token(2), East, ByLead, Now).Yes());
    }

    [Fact]
    public void A_guest_who_is_seated_and_then_declined_learns_that_their_seat_has_ended()
    {
        var ending = AGroupWithAGuest().AnswerSeat(TheSeat, new(false), East, ByLead, Now);
        Assert.Equal([TheEnd()], ending.Messages);
        Assert.Equal((SeatState.Ended, Now), (ending.Yes().Seats[0].State, ending.Yes().Seats[0].Since));
    }

    [Fact]
    public void A_guest_who_leaves_a_group_that_does_not_exist_has_left()
    {
        var nobody = new Group();
        Assert.Same(nobody, nobody.Receive(TheLeaving(), East, Now).Yes());
        Assert.Equal("group.not-found", nobody.Receive(TheWelcome(1) with { From = West, To = East }, East, Now).No());
    }

    [Fact]
    public void Members_see_guests_names_and_only_leads_see_the_names_of_people_who_ask()
    {
        var group = AGroupWithAGuest().Describe(TheGroup, Description(Joining.Ask), IfMatch.Any, 1, ByLead, Now)
            .Yes()
            .Receive(TheAsking(2, "Kit"), East, Now)
            .Yes();
        Assert.Equal(["Robin"], Names(group, BySam)!);
        Assert.Equal(["Robin", "Kit"], Names(group, ByLead)!);
        Assert.Equal(["Robin", "Kit"], Names(group, ByCoordinator)!);
        Assert.Null(Names(group, ByStranger));
        Assert.All(group.Standing.Seats, seat => Assert.Null(seat.ShownAs));
    }

    [Fact]
    public void A_guest_of_a_connected_group_comes_to_a_meeting_open_to_it_and_to_no_other()
    {
        var connected = AConnectedGroup().Record;
        var open = connected.Share(NextTuesday, new(Open: true), East, ByLead, Now).Yes();
        Assert.Equal("seat.not-open", connected.Receive(TheAskingFor(NextTuesday), East, Now).No());
        Assert.Equal("seat.not-open", connected.Share(NextTuesday, new(Open: false), East, ByLead, Now)
            .Yes()
            .Receive(TheAskingFor(NextTuesday), East, Now)
            .No());
        Assert.Equal(
            "seat.not-open", open.Receive(TheAskingFor(NextTuesday) with { GuestOf = TheGroup }, East, Now).No());
        Assert.Equal("seat.not-open", open.Receive(TheAskingFor(NextTuesday) with { From = Brighton }, East, Now).No());
        Assert.Equal("seat.not-open", open.Receive(TheAskingFor(NextTuesday) with { GuestOf = null }, East, Now).No());
        Assert.Equal("seat.not-open", open.Receive(TheAskingFor(NextTuesday), East, Now.AddDays(8)).No());
        var seated = open.Receive(TheAskingFor(NextTuesday), East, Now).Yes();
        Assert.Equal(
            (SeatState.Seated, NextTuesday), (seated.Standing.Seats[0].State, seated.Standing.Seats[0].MeetingId));
        Assert.DoesNotContain(TheGuest, seated.Standing.Roster);
    }

    private static string?[]? Names(Group group, Caller by) =>
        group.SeenBy(by, East, null, 1, Now).Yes().Seats?.Select(s => s.ShownAs).ToArray();
}
