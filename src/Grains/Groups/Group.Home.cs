using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>What waits for those who lead the group.</summary>
internal sealed partial record Group
{
    /// <summary>Whether nobody has confirmed the description for six months. A closed group needs none.</summary>
    public bool NeedsConfirmation(DateTimeOffset now)
    {
        if (Description is null || IsClosed(now)) return false;
        return LastConfirmed <= London.DayOf(now).AddMonths(-GroupFields.MonthsToConfirm);
    }

    /// <summary>Everyone who has asked to join, guests too, the longest waiting first; for leads.</summary>
    public IEnumerable<JoinRequest> RequestsSeenBy(Caller by, DateTimeOffset now)
    {
        if (!LedBy(by)) return [];
        var people = Waiting(now).Select(one => new JoinRequest(Id, one.MemberId, null, null, one.Since));
        var guests = Seats.Where(seat => seat.State == SeatState.Asked)
            .Select(seat => new JoinRequest(Id, seat.RosterId, seat.Id, seat.ShownAs, seat.Since));
        return people.Concat(guests).OrderBy(one => one.Since);
    }

    /// <summary>Connections that others have proposed, the longest waiting first; for leads.</summary>
    public IEnumerable<ConnectionRequest> ProposalsSeenBy(Caller by, DateTimeOffset now)
    {
        if (!LedBy(by) || IsClosed(now)) return [];
        return Connections.SeenOn(now).Items.Where(one => one.State == ConnectionState.Asked)
            .Select(one => new ConnectionRequest(Id, one.Area, one.GroupId, one.Since))
            .OrderBy(one => one.Since);
    }
}
