using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Groups;

/// <summary>How many people joined and left, for the area's figures.</summary>
internal sealed partial record Group
{
    /// <summary>The day it was founded: described here, or joined by somebody, whichever was first.</summary>
    public DateOnly? FoundedOn { get; init; }

    /// <summary>
    /// The days on which people joined or left, oldest first. It names nobody, so it stays when a person is erased.
    /// </summary>
    [MaxItems(DayTurnovers.Max)]
    public ImmutableArray<Turnover> Turnover { get; init; } = [];

    private Group Joined(DateOnly day) =>
        Turned(day, joined: 1) with { FoundedOn = day < FoundedOn ? day : FoundedOn };

    // Whoever leaves on the day they joined has not joined: otherwise one person could make the figures rise all day.
    private Group Left(Membership term, DateOnly day) =>
        London.DayOf(term.Since) == day ? Turned(day, joined: -1) : Turned(day, left: 1);

    private Group Turned(DateOnly day, int joined = 0, int left = 0)
    {
        return this with
        {
            Turnover = Turnover.After(
                one => one.Day == day, new(day, 0, 0),
                one => one with { Joined = one.Joined + joined, Left = one.Left + left }),
        };
    }
}

/// <summary>How many people joined and left a group on one day.</summary>
internal sealed record Turnover(DateOnly Day, int Joined, int Left) : IDayTurnover;
