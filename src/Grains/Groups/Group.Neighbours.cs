using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Connections;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Groups;

/// <summary>How many guests and connections came and went, for the area's figures.</summary>
internal sealed partial record Group
{
    /// <summary>
    /// The days on which guests of an area were seated or left, or connections with it were made or ended, oldest
    /// first. It names nobody, and stays when a seat or a connection is forgotten.
    /// </summary>
    [MaxItems(DayTurnovers.Max)]
    public ImmutableArray<NeighbourTurnover> NeighbourTurnover { get; init; } = [];

    // As of people: what begins and ends on one day has not been.
    private Group Counting(GuestSeat? before, GuestSeat after, DateOnly today)
    {
        var wasSeated = before?.State == SeatState.Seated;
        if (wasSeated == (after.State == SeatState.Seated)) return this;
        if (!wasSeated) return Turned(today, after.Home, guests: 1);
        return London.DayOf(before!.Since) == today
            ? Turned(today, after.Home, guests: -1)
            : Turned(today, after.Home, guestsLeft: 1);
    }

    private Group Counting(GroupConnections before, DateOnly today)
    {
        var made = Connected(Connections).ExceptBy(Connected(before).Select(one => one.With), one => one.With);
        var ended = Connected(before).ExceptBy(Connected(Connections).Select(one => one.With), one => one.With);
        var counted = made.Aggregate(this, (group, one) => group.Turned(today, one.With.Area, connected: 1));
        return ended.Aggregate(counted, (group, one) => London.DayOf(one.Since) == today
            ? group.Turned(today, one.With.Area, connected: -1)
            : group.Turned(today, one.With.Area, disconnected: 1));
    }

    private static IEnumerable<Agreement> Connected(GroupConnections connections) =>
        connections.Agreements.Where(one => one.IsConnected);

    private Group Turned(
        DateOnly day, AreaId area, int guests = 0, int guestsLeft = 0, int connected = 0, int disconnected = 0)
    {
        return this with
        {
            NeighbourTurnover = NeighbourTurnover.After(
                one => one.Day == day && one.Area == area, new(day, area, 0, 0, 0, 0),
                one => one with
                {
                    Guests = one.Guests + guests,
                    GuestsLeft = one.GuestsLeft + guestsLeft,
                    Connected = one.Connected + connected,
                    Disconnected = one.Disconnected + disconnected,
                }),
        };
    }
}

/// <summary>What came and went between a group and one other area on one day.</summary>
internal sealed record NeighbourTurnover(
    DateOnly Day, AreaId Area, int Guests, int GuestsLeft, int Connected, int Disconnected) : IDayTurnover;
