using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Seats;

/// <summary>What a group tells a guest so that they can come.</summary>
public sealed class WelcomingTests
{
    private static readonly Place Hall = new()
    {
        Name = "Church Hall", Address = "12 High Street", Town = "Lewes", Privacy = PlacePrivacy.OnRequest
    };

    private static readonly GuestWelcome Hello =
        new(Hall, "https://meet.example.invalid/tea", "Ring the bell", "Sam, 01632 960001");

    [Fact]
    public void A_guest_who_is_seated_is_told_what_members_are_told_and_each_change_of_it()
    {
        var group = Told(AGroup(), Hello).Receive(TheAsking(), East, Now);
        Assert.Equal([TheAnswer(told: Hello)], group.Messages);
        var moved = Hello with { Place = Hall with { Address = "14 High Street" } };
        var change = Change(group.Yes(), moved);
        Assert.Equal([TheWelcome(0, moved)], change.Messages);
        Assert.Empty(Change(change.Yes(), moved, capacity: 9).Messages);
        Assert.Empty(Change(group.Yes().Receive(TheLeaving(), East, Now).Yes(), moved).Messages);
    }

    [Fact]
    public void A_guest_of_one_meeting_is_told_what_changes_until_its_day_is_over_and_other_guests_for_longer()
    {
        var next = Tuesday.AddDays(7);
        var meeting = AGroup().Calendar.Planned(next, next).Single().Id;
        var group = AConnectedGroup().Record.Share(meeting, new(Open: true), East, ByLead, Now).Yes()
            .Receive(TheAskingFor(meeting), East, Now).Yes()
            .Receive(TheAsking(2), East, Now).Yes();
        Assert.Equal([TheSeat, Token(2)], ToldOn(Now));
        Assert.Equal([TheSeat, Token(2)], ToldOn(Now.AddDays(6)));
        Assert.Equal([Token(2)], ToldOn(Now.AddDays(7)));

        IEnumerable<SeatId> ToldOn(DateTimeOffset day) =>
            Change(group, Hello, day: day).Messages.OfType<SeatWelcomed>().Select(letter => letter.Seat);
    }

    [Fact]
    public void Somebody_who_has_only_asked_is_told_nothing_until_a_lead_says_yes()
    {
        var asked = Told(AGroup(joining: Joining.Ask), Hello).Receive(TheAsking(), East, Now);
        Assert.Empty(asked.Messages);
        Assert.Empty(Change(asked.Yes(), new()).Messages);
        var seated = asked.Yes().AnswerSeat(TheSeat, new(true), East, ByLead, Now);
        Assert.Equal([TheAnswer(told: Hello)], seated.Messages);
        Assert.Equal(
            [TheAnswer(welcome: false)], asked.Yes().AnswerSeat(TheSeat, new(false), East, ByLead, Now).Messages);
    }

    [Fact]
    public void A_contact_for_guests_is_on_no_card_and_only_people_of_the_group_see_it()
    {
        var group = Told(AGroup(), Hello);
        Assert.DoesNotContain("01632", System.Text.Json.JsonSerializer.Serialize(
            group.CardOn(Tuesday, East), PeerNetJson.Options), StringComparison.Ordinal);
        Assert.Null(group.SeenBy(ByStranger, East, null, 1, Now).Yes().GuestContact);
        Assert.Equal(Hello.GuestContact, group.SeenBy(BySam, East, null, 1, Now).Yes().GuestContact);
    }

    [Fact]
    public void Home_shows_the_latest_welcome_while_the_seat_lasts_and_then_deletes_it()
    {
        Assert.Equal(Hello, Seen(AnAskedSeat().Receives(TheAnswer(told: Hello))));
        var seated = AnAskedSeat().Receives(TheAnswer(told: new())).Receives(TheWelcome(2, Hello));
        Assert.Equal(Hello, Seen(seated));
        Assert.Same(seated, seated.Receives(TheWelcome(1)));
        Assert.Same(seated, seated.Receives(TheWelcome(2, Hello)));
        Assert.Equal(new(), Seen(seated.Receives(TheWelcome(3))));
        Assert.Null(seated.Receives(TheEnd()).Record.Welcome);
        Assert.Null(seated.Stored(seat => seat.End(West, BySam, Now)).Record.Welcome);
        Assert.Null(seated.Stored(seat => seat.Forget(Sam, West, Now)).Record.Welcome);
    }

    [Fact]
    public void A_welcome_that_comes_too_early_waits_and_one_that_comes_too_late_is_dropped()
    {
        var early = AnAskedSeat().Receives(TheWelcome(1, Hello));
        Assert.Null(Seen(early));
        Assert.Equal(Hello, Seen(early.Receives(TheAnswer(told: new()))));
        Assert.Null(early.Receives(TheAnswer(welcome: false)).Record.Welcome);
        var ended = early.Receives(TheEnd());
        Assert.Same(ended, ended.Receives(TheWelcome(5, Hello)));
    }

    [Fact]
    public void A_neighbour_cannot_say_what_no_group_may_say()
    {
        var seated = AnAskedSeat().Receives(TheAnswer()).Record;
        GuestWelcome[] wrong =
        [
            new(OnlineLink: "javascript:alert(1)"), new(OnlineLink: "http://meet.example.invalid"),
            new(FirstTime: new('x', 4001)), new(GuestContact: new('x', 251)), new(GuestContact: "two\nlines"),
            new(Place: Hall with { Address = new('x', 251) }), new(Place: Hall with { Latitude = 51 }),
        ];
        Assert.All(wrong, one => Assert.NotNull(seated.Receive(TheWelcome(1, one), Now).No()));
        Assert.All(wrong, one => Assert.NotNull(AnAskedSeat().Record.Receive(TheAnswer(told: one), Now).No()));
        Assert.Equal("link.misdirected", seated.Receive(TheWelcome(1) with { From = Brighton }, Now).No());
    }

    private static Group Told(Group group, GuestWelcome welcome) => Change(group, welcome).Yes();

    private static Next<Group> Change(
        Group group, GuestWelcome welcome, int? capacity = null, DateTimeOffset? day = null)
    {
        var now = day ?? Now;
        var says = group.Description! with
        {
            Place = welcome.Place,
            OnlineLink = welcome.OnlineLink,
            FirstTime = welcome.FirstTime,
            GuestContact = welcome.GuestContact,
            Capacity = capacity,
        };
        return group.Describe(TheGroup, says, IfMatch.Any, 1, ByLead, now)
            .Then(next => next.TellGuests(group, East, now));
    }

    private static GuestWelcome? Seen(Row<Seat> row) => row.Record.SeenBy(BySam, acknowledged: true).Yes().Welcome;
}
