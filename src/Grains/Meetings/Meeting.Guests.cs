using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>What the homes of guests are told.</summary>
internal sealed partial record Meeting
{
    /// <summary>Writes to the home of every guest of whom this says something else than before: another mark, or another day or time of a meeting they are on the roster of.</summary>
    public Meeting TellGuests(Meeting before, GroupStanding group, AreaId home, DateTimeOffset now)
    {
        if (Entries == before.Entries || group.Seats.IsEmpty) return this;
        var (was, attendance) = (before.Attendance, Attendance);
        var moved = (before.HeldOn, before.StartsAt) != (HeldOn, StartsAt);
        var turn = Turn.Next(Turn, Version + 1, now);
        SeatMarked[] letters =
        [
            .. from guest in @group.GuestsAt(Id)
               let line = attendance.LineOf(guest.Id.OnRosters)
               where line is not null && (moved || line.Mark != was.LineOf(line.MemberId)?.Mark)
               select Marked(guest, line.Mark, turn, home),
        ];
        return letters.Length == 0 ? this : this with { Letters = Letters.Post(now, letters), Turn = turn };
    }

    private SeatMarked Marked(GuestSeat guest, Contracts.Meetings.Mark mark, Turn turn, AreaId home) => new()
    {
        Operation = Operations.SeatMarked(guest.Id, Id, turn.Number),
        From = home,
        To = guest.Home,
        Group = GroupId!.Value,
        Seat = guest.Id,
        Meeting = Id,
        HeldOn = HeldOn,
        StartsAt = StartsAt,
        Mark = mark,
        Version = turn.Number,
    };
}
