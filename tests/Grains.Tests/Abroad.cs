using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
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
    public static readonly MemberStanding SamAtHome = new(true, false, [GroupOfWest], [], []);
    public static readonly AskForSeat Asking = new() { Area = East, GroupId = GroupOfEast, ShownAs = "Robin", Consent = true };

    public static SeatId Token(int number) => new(new($"5ea70000-0000-4000-8000-{number:x12}"));

    /// <summary>A seat that Sam has asked for.</summary>
    public static Seat AnAskedSeat(int number = 1) => new Seat().Ask(Token(number), Asking, West, SamAtHome, BySam, Now).Yes().At(1);

    /// <summary>The letter that asks for it.</summary>
    public static SeatAsked TheAsking(int number = 1, string name = "Robin") =>
        new() { Operation = Operations.SeatAsked(Token(number)), From = West, To = East, Group = GroupOfEast, Seat = Token(number), ShownAs = name };

    /// <summary>The letter that asks to come to one meeting as a guest of the group of the west.</summary>
    public static SeatAsked TheAskingFor(MeetingId meeting, int number = 1) => TheAsking(number) with { GuestOf = GroupOfWest, Meeting = meeting };

    public static SeatAnswered TheAnswer(bool welcome = true) =>
        new() { Operation = Operations.SeatAnswered(TheSeat), From = East, To = West, Group = GroupOfEast, Seat = TheSeat, Welcome = welcome };

    public static SeatEnded TheEnd() => new() { Operation = Operations.SeatEnded(TheSeat), From = East, To = West, Group = GroupOfEast, Seat = TheSeat };

    public static SeatLeft TheLeaving(int number = 1) =>
        new() { Operation = Operations.SeatLeft(Token(number)), From = West, To = East, Group = GroupOfEast, Seat = Token(number) };

    public static SeatMarked TheMark(int version, Mark mark = Mark.Present) => new()
    {
        Operation = Operations.SeatMarked(TheSeat, TheMeeting, version),
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
        Operation = Operations.ConnectionSaid(GroupOfWest, GroupOfEast, version),
        From = West,
        To = East,
        Group = GroupOfWest,
        With = GroupOfEast,
        Yes = yes,
        Version = version,
        Heard = heard,
    };

    public static MeetingShared TheirMeeting(int version, bool withdrawn = false) => new()
    {
        Operation = Operations.MeetingShared(GroupOfWest, GroupOfEast, TheMeeting, version),
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
        AGroup(people, joining).Stored(group => group.Receive(TheAsking(), East, Now));

    /// <summary>The group of the east, connected with the group of the west.</summary>
    public static Group AConnectedGroup() =>
        AGroup().Stored(g => g.Connect(West, GroupOfWest, East, ByLead, Now)).Stored(g => g.Receive(TheirWord(yes: true, 1), East, Now));

    /// <summary>The next record as storage would number it.</summary>
    public static T Stored<T>(this T record, Func<T, Result<T>> transition) where T : class, IRecord<T>
    {
        var next = transition(record).Yes();
        return ReferenceEquals(next, record) ? record : next.At(record.Version + 1);
    }

    /// <summary>The waiting letters of a kind.</summary>
    public static IEnumerable<T> Letters<T>(this IEnumerable<PostedLetter> waiting) where T : Letter => waiting.Select(posted => posted.Letter).OfType<T>();
}
