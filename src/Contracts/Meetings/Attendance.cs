using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

/// <summary>What is known about one person at one meeting. Whether they intended to come does not count.</summary>
[GenerateSerializer, Alias("peernet.mark")]
public enum Mark
{
    /// <summary>Nothing is recorded.</summary>
    NotRecorded,
    /// <summary>They came.</summary>
    Present,
    /// <summary>They sent word that they could not come.</summary>
    Apologies,
    /// <summary>They are known not to have come.</summary>
    Absent,
}

/// <summary>The kinds of people who are counted without a name.</summary>
[GenerateSerializer, Alias("peernet.unnamed-kind")]
public enum UnnamedKind
{
    /// <summary>Here for the first time.</summary>
    Newcomers,
    /// <summary>From elsewhere.</summary>
    Visitors,
    /// <summary>With someone they care for.</summary>
    Carers,
    /// <summary>Children.</summary>
    Children,
}

/// <summary>The number of people who came but are not named, by kind; each from 0 to 1,000.</summary>
[GenerateSerializer, Immutable, Alias("peernet.unnamed")]
public sealed record Unnamed(
    [property: Id(0)] int Newcomers = 0,
    [property: Id(1)] int Visitors = 0,
    [property: Id(2)] int Carers = 0,
    [property: Id(3)] int Children = 0)
{
    /// <summary>The total.</summary>
    public int Total => Newcomers + Visitors + Carers + Children;

    /// <summary>The number of one kind.</summary>
    public int Of(UnnamedKind kind) => kind switch
    {
        UnnamedKind.Newcomers => Newcomers,
        UnnamedKind.Visitors => Visitors,
        UnnamedKind.Carers => Carers,
        _ => Children,
    };

    /// <summary>A copy with the number of one kind changed.</summary>
    public Unnamed With(UnnamedKind kind, int count) => kind switch
    {
        UnnamedKind.Newcomers => this with { Newcomers = count },
        UnnamedKind.Visitors => this with { Visitors = count },
        UnnamedKind.Carers => this with { Carers = count },
        _ => this with { Children = count },
    };
}

/// <summary>One person's mark.</summary>
[GenerateSerializer, Immutable, Alias("peernet.roster-mark")]
public sealed record RosterMark([property: Id(0)] MemberId MemberId, [property: Id(1)] Mark Mark);

/// <summary>One line of a meeting's roster.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="Mark">Their mark.</param>
/// <param name="Visitor">True for someone who did not belong to the group when the roster was frozen.</param>
/// <param name="CountedAs">Set for someone who was first counted without a name.</param>
[GenerateSerializer, Immutable, Alias("peernet.roster-line")]
public sealed record RosterLine(
    [property: Id(0)] MemberId MemberId,
    [property: Id(1)] Mark Mark,
    [property: Id(2)] bool Visitor,
    [property: Id(3)] UnnamedKind? CountedAs = null);
