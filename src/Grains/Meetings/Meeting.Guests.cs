using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>Letters to guests' homes.</summary>
internal sealed partial record Meeting
{
    /// <summary>
    /// Writes to the home of every guest for whom something has changed: their mark, or the day or time of a meeting
    /// whose roster they are on.
    /// </summary>
    public Next<Meeting> TellGuests(Meeting before, GroupStanding group, AreaId home)
    {
        if (Entries == before.Entries || group.Seats.IsEmpty) return this;
        var was = before.Attendance;
        var attendance = Attendance;
        var moved = before.HeldOn != HeldOn || before.StartsAt != StartsAt;
        Message[] letters =
        [
            .. from guest in @group.GuestsAt(Id)
               let line = attendance.LineOf(guest.RosterId)
               where line is not null && (moved || line.Mark != was.LineOf(line.MemberId)?.Mark)
               select Marked(guest, line.Mark, home),
        ];
        return this.Send(letters);
    }

    private SeatMarked Marked(GuestSeat guest, Contracts.Meetings.Mark mark, AreaId home) => new()
    {
        From = home,
        To = guest.Home,
        Group = GroupId!.Value,
        Seat = guest.Id,
        Meeting = Id,
        HeldOn = HeldOn,
        StartsAt = StartsAt,
        Mark = mark,
    };
}
