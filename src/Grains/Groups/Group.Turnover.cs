using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>How many people joined and left, for the area's figures.</summary>
internal sealed partial record Group
{
    private const int MaxTurnover = 500;

    /// <summary>The day it was founded: described here, or joined by somebody, whichever was first.</summary>
    public DateOnly? FoundedOn { get; init; }

    /// <summary>
    /// The days on which people joined or left, oldest first. It names nobody, so it stays when a person is erased.
    /// </summary>
    [MaxItems(MaxTurnover)]
    public ImmutableArray<Turnover> Turnover { get; init; } = [];

    private Group Joined(DateOnly day) =>
        Turned(day, joined: 1) with { FoundedOn = day < FoundedOn ? day : FoundedOn };

    // Whoever leaves on the day they joined has not joined: otherwise one person could make the figures rise all day.
    private Group Left(Membership term, DateOnly day) =>
        London.DayOf(term.Since) == day ? Turned(day, joined: -1) : Turned(day, left: 1);

    private Group Turned(DateOnly day, int joined = 0, int left = 0)
    {
        var known = Turnover.FirstOrDefault(one => one.Day == day) ?? new(day, 0, 0);
        var next = known with { Joined = known.Joined + joined, Left = known.Left + left };
        var others = Turnover.Where(one => one.Day != day);
        var all = next is { Joined: 0, Left: 0 } ? others : others.Append(next).OrderBy(one => one.Day);
        return this with { Turnover = [.. all.TakeLast(MaxTurnover)] };
    }
}

/// <summary>How many people joined and left a group on one day.</summary>
internal sealed record Turnover(DateOnly Day, int Joined, int Left);
