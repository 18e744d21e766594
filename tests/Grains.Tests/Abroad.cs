using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests;

/// <summary>Two areas: Sam is of the west and sits in a group of the east.</summary>
internal static class Abroad
{
    public static readonly AreaId East = new("east-sussex");
    public static readonly AreaId West = new("west-sussex");
    public static readonly AreaId Brighton = new("brighton-and-hove");
    public static readonly GroupId GroupOfEast = TheGroup;
    public static readonly GroupId GroupOfWest = new(new("01990000-0000-7000-8000-00000000000c"));
    public static readonly SeatId TheSeat = Token(1);
    public static readonly MemberId TheGuest = TheSeat.OnRosters(West);
    public static readonly MemberStanding SamAtHome = new(true, false, [GroupOfWest], [], []);
    public static readonly AskForSeat Asking =
        new() { Area = East, GroupId = GroupOfEast, ShownAs = "Robin", Consent = true };

    public static SeatId Token(int number) => new(new($"5ea70000-0000-4000-8000-{number:x12}"));

    /// <summary>A row with a seat that Sam has asked for.</summary>
    public static Row<Seat> AnAskedSeat(int number = 1) =>
        new Row<Seat>().Stored((seat, _) => seat.Ask(Token(number), Asking, null, West, SamAtHome, BySam, Now));

    /// <summary>The letter that asks for it.</summary>
    public static SeatAsked TheAsking(int number = 1, string name = "Robin") =>
        new() { From = West, To = East, Group = GroupOfEast, Seat = Token(number), ShownAs = name };

    /// <summary>The letter that asks to come to one meeting as a guest of the group of the west.</summary>
    public static SeatAsked TheAskingFor(
        MeetingId meeting, int number = 1) => TheAsking(number) with { GuestOf = GroupOfWest, Meeting = meeting };

    public static SeatAnswered TheAnswer(bool welcome = true, GuestWelcome? told = null) =>
        new() { From = East, To = West, Group = GroupOfEast, Seat = TheSeat, Welcome = welcome, Told = told };

    public static SeatWelcomed TheWelcome(int version, GuestWelcome? welcome = null) => new()
    {
        From = East, To = West, Group = GroupOfEast, Seat = TheSeat, Welcome = welcome ?? new(), Version = version
    };

    public static SeatEnded TheEnd() => new() { From = East, To = West, Group = GroupOfEast, Seat = TheSeat };

    public static SeatLeft TheLeaving(
        int number = 1) => new() { From = West, To = East, Group = GroupOfEast, Seat = Token(number) };

    public static SeatMarked TheMark(int version, Mark mark = Mark.Present) => new()
    {
        From = East,
        To = West,
        Group = GroupOfEast,
        Seat = TheSeat,
        Meeting = TheMeeting,
        HeldOn = Tuesday,
        StartsAt = Seven,
        Mark = mark,
        Version = version,
    };

    public static ConnectionSaid TheirWord(bool yes, int version, int heard = int.MaxValue) => new()
    {
        From = West,
        To = East,
        Group = GroupOfWest,
        With = GroupOfEast,
        Yes = yes,
        Version = version,
        LastReceived = heard,
    };

    public static MeetingShared TheirMeeting(int version, bool withdrawn = false) => new()
    {
        From = West,
        To = East,
        Group = GroupOfWest,
        With = GroupOfEast,
        Meeting = TheMeeting,
        HeldOn = Tuesday.AddDays(7),
        StartsAt = Seven,
        Open = true,
        Cancelled = false,
        Withdrawn = withdrawn,
        Version = version,
    };

    /// <summary>The group of the east with a guest.</summary>
    public static Group AGroupWithAGuest(int people = 3, Joining joining = Joining.Open) =>
        AGroup(people, joining).Receive(TheAsking(), East, Now).Yes();

    /// <summary>A row with the group of the east, connected with the group of the west.</summary>
    public static Row<Group> AConnectedGroup()
    {
        return AGroup().InARow()
            .Stored((g, row) => g.Connect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, Now))
            .Receives(TheirWord(yes: true, 1));
    }

    /// <summary>A letter that comes to a group; for letters whose answer has a number, a row is needed.</summary>
    public static Next<Group> Receive(this Group group, Message message, AreaId home, DateTimeOffset now) =>
        group.Receive(message, home, 1, now);

    /// <summary>A letter that comes to a seat of the west.</summary>
    public static Next<Seat> Receive(this Seat seat, Message message, DateTimeOffset now) =>
        seat.Receive(message, West, 1, now);
}
