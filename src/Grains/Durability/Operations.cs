using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Durability;

/// <summary>The names of letters: the same change has the same name, however often it is written.</summary>
internal static class Operations
{
    /// <summary>Of the one asking for a seat.</summary>
    public static OperationId SeatAsked(SeatId seat) => Of($"seatAsked/{seat}");

    /// <summary>Of the one answer to it.</summary>
    public static OperationId SeatAnswered(SeatId seat) => Of($"seatAnswered/{seat}");

    /// <summary>Of its end by the member.</summary>
    public static OperationId SeatLeft(SeatId seat) => Of($"seatLeft/{seat}");

    /// <summary>Of its end by the group.</summary>
    public static OperationId SeatEnded(SeatId seat) => Of($"seatEnded/{seat}");

    /// <summary>Of what a meeting says of a guest, at one of its turns.</summary>
    public static OperationId SeatMarked(SeatId seat, MeetingId meeting, int turn) => Of($"seatMarked/{seat}/{meeting}/{turn}");

    /// <summary>Of what a group says to another, at one of its turns.</summary>
    public static OperationId ConnectionSaid(GroupId group, GroupId with, int turn) => Of($"connectionSaid/{group}/{with}/{turn}");

    /// <summary>Of what a group tells another of a meeting, at one of its turns.</summary>
    public static OperationId MeetingShared(GroupId group, GroupId with, MeetingId meeting, int turn) => Of($"meetingShared/{group}/{with}/{meeting}/{turn}");

    private static OperationId Of(string words) => Ids.Of<OperationId>(words);
}
