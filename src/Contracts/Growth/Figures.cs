using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Growth;

/// <summary>
/// The figures of one group, or of several added up, for a month or a week; <c>docs/figures.md</c> defines each.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.figures")]
public sealed record Figures(
    [property: Id(0)] GroupFigures Groups,
    [property: Id(1)] MeetingFigures Meetings,
    [property: Id(2)] PeopleFigures People)
{
    /// <summary>Offers of support.</summary>
    [Id(3)] public SupportFigures Offers { get; init; } = new();

    /// <summary>Requests for support.</summary>
    [Id(4)] public SupportFigures Requests { get; init; } = new();

    /// <summary>Each other area with which there was something, by its name.</summary>
    [Id(5)] public ImmutableArray<NeighbourFigures> Neighbours { get; init; } = [];

    /// <summary>The figures of nothing.</summary>
    public static Figures None { get; } = new(new(), new(), new());

    // What the compiler writes would compare the lists by reference.
    /// <summary>Whether every figure is the same.</summary>
    public bool Equals(Figures? other)
    {
        return other is not null && (Groups, Meetings, People, Offers, Requests)
            == (other.Groups, other.Meetings, other.People, other.Offers, other.Requests)
            && Neighbours.AsSpan().SequenceEqual(other.Neighbours.AsSpan());
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Groups, Meetings, People, Offers, Requests);
}

/// <summary>Counts of groups.</summary>
/// <param name="Open">Founded and not closed at the end.</param>
/// <param name="New">Founded in the period.</param>
/// <param name="Active">Held a meeting in the period.</param>
/// <param name="Paused">Paused at the end.</param>
/// <param name="Closed">Closed in the period.</param>
/// <param name="Quiet">Open and not paused, but without a meeting for four weeks at the end.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-figures")]
public sealed record GroupFigures(
    [property: Id(0)] int Open = 0,
    [property: Id(1)] int New = 0,
    [property: Id(2)] int Active = 0,
    [property: Id(3)] int Paused = 0,
    [property: Id(4)] int Closed = 0,
    [property: Id(5)] int Quiet = 0);

/// <summary>Counts of meetings.</summary>
/// <param name="Planned">All meetings, whatever became of them.</param>
/// <param name="Held">Those that were held.</param>
/// <param name="DidNotHappen">Those that did not happen, as a lead said.</param>
/// <param name="Cancelled">Those that were cancelled.</param>
/// <param name="NotLogged">Those whose day has passed and that nobody has logged.</param>
[GenerateSerializer, Immutable, Alias("peernet.meeting-figures")]
public sealed record MeetingFigures(
    [property: Id(0)] int Planned = 0,
    [property: Id(1)] int Held = 0,
    [property: Id(2)] int DidNotHappen = 0,
    [property: Id(3)] int Cancelled = 0,
    [property: Id(4)] int NotLogged = 0);

/// <summary>Counts of people, group by group: a person who comes to two groups counts in each.</summary>
/// <param name="Named">The heads counted at meetings that have a name, or a word.</param>
/// <param name="Unnamed">The heads counted at meetings without a name.</param>
/// <param name="Different">Different named people who came.</param>
/// <param name="Newcomers">Named people who came for the first time, and newcomers counted without a name.</param>
/// <param name="CameBack">Named people who came for the second time.</param>
/// <param name="Regulars">Named people who came at least three times in the twelve weeks up to the end.</param>
/// <param name="Joined">People who joined.</param>
/// <param name="Left">People who left.</param>
[GenerateSerializer, Immutable, Alias("peernet.people-figures")]
public sealed record PeopleFigures(
    [property: Id(0)] int Named = 0,
    [property: Id(1)] int Unnamed = 0,
    [property: Id(2)] int Different = 0,
    [property: Id(3)] int Newcomers = 0,
    [property: Id(4)] int CameBack = 0,
    [property: Id(5)] int Regulars = 0,
    [property: Id(6)] int Joined = 0,
    [property: Id(7)] int Left = 0);

/// <summary>Counts of support offers, or of requests.</summary>
/// <param name="Opened">Made in the period.</param>
/// <param name="Matched">Matches to which both sides agreed in the period.</param>
/// <param name="Done">Matches that took place.</param>
/// <param name="FirstMatches">Those that found their first match in the period.</param>
/// <param name="DaysToFirstMatch">The days that they had waited for it, added up.</param>
[GenerateSerializer, Immutable, Alias("peernet.support-figures")]
public sealed record SupportFigures(
    [property: Id(0)] int Opened = 0,
    [property: Id(1)] int Matched = 0,
    [property: Id(2)] int Done = 0,
    [property: Id(3)] int FirstMatches = 0,
    [property: Id(4)] int DaysToFirstMatch = 0);

/// <summary>Counts of what crosses between this area and one other.</summary>
/// <param name="Area">The other area.</param>
/// <param name="Guests">Seats that groups here gave to its people.</param>
/// <param name="GuestsLeft">Those that ended.</param>
/// <param name="Seats">Seats that its groups gave to people from here.</param>
/// <param name="SeatsLeft">Those that ended.</param>
/// <param name="Connected">Connections made between a group here and one there.</param>
/// <param name="Disconnected">Those that ended.</param>
[GenerateSerializer, Immutable, Alias("peernet.neighbour-figures")]
public sealed record NeighbourFigures(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] int Guests = 0,
    [property: Id(2)] int GuestsLeft = 0,
    [property: Id(3)] int Seats = 0,
    [property: Id(4)] int SeatsLeft = 0,
    [property: Id(5)] int Connected = 0,
    [property: Id(6)] int Disconnected = 0);
