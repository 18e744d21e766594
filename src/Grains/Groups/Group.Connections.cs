using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Connections;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Connecting the group and sharing its meetings, and what that means for its guests.</summary>
internal sealed partial record Group
{
    /// <summary>Proposes a connection, or accepts one.</summary>
    public Next<Group> Connect(AreaId area, GroupId other, AreaId home, int number, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (area == home) return GroupRefusals.ConnectionAtHome;
        if (Welcome == WelcomeState.New && !Connections.AgreementWith(new(area, other)).IsLive)
            return GroupRefusals.New;
        if (IsClosed(now) && ConnectionWith(area, other).State
            is not (ConnectionState.Connected or ConnectionState.Proposed)) return GroupRefusals.Closed;
        return With(Connections.Accept(new(home, Id), new(area, other), number, now), home, now);
    }

    /// <summary>Declines or ends a connection.</summary>
    public Next<Group> Disconnect(AreaId area, GroupId other, AreaId home, int number, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        return With(Connections.End(new(home, Id), new(area, other), number, now), home, now);
    }

    /// <summary>Shares a coming meeting with connected groups.</summary>
    public Next<Group> Share(MeetingId meeting, ShareMeeting request, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (OccurrenceId.IsDerived(meeting) && Calendar.Find(meeting) is null) return MeetingRefusals.OtherGroup;
        return With(Connections.Share(meeting, request.Open, Calendar, new(home, Id), now), home, now);
    }

    /// <summary>Stops sharing a meeting.</summary>
    public Next<Group> Unshare(MeetingId meeting, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        return With(Connections.Unshare(meeting), home, now);
    }

    /// <summary>Informs connected groups of changes to shared meetings.</summary>
    public Next<Group> CalendarChanged(AreaId home, DateTimeOffset now) =>
        With(Connections.Follow(Calendar, now), home, now);

    /// <summary>The connection with a group.</summary>
    public Connection ConnectionWith(AreaId area, GroupId other) =>
        GroupConnections.Seen(Connections.AgreementWith(new(area, other)));

    /// <summary>Connections and shared meetings, for people of the group and coordinators.</summary>
    public Result<ConnectionsDetails> ConnectionsSeenBy(Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        return Standing.SeenBy(by) ? Connections.SeenOn(now) : AccessRefusals.NotYours;
    }

    /// <summary>
    /// The group with its new connections. Guests who came through one that has ended, or to a meeting that is no
    /// longer shared, lose their seats.
    /// </summary>
    private Next<Group> With(Next<GroupConnections> next, AreaId home, DateTimeOffset now)
    {
        return next.As(connections => ReferenceEquals(connections, Connections)
            ? this
            : (this with { Connections = connections }).Counting(Connections, London.DayOf(now)))
            .Then(group => group.Without(seat => group.HasLostItsWay(seat, London.DayOf(now)), home, now));
    }

    private bool HasLostItsWay(GuestSeat seat, DateOnly today) =>
        HasLostItsConnection(seat) || HasLostItsMeeting(seat, today);

    private bool HasLostItsConnection(GuestSeat seat)
    {
        return seat is { State: not SeatState.Ended, GuestOf: { } from }
            && !Connections.AgreementWith(new(seat.Home, from)).IsConnected;
    }
}
