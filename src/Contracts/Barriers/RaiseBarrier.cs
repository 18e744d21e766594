using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>Something that stands in people's way: the body of PUT barriers/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.raise-barrier")]
public sealed record RaiseBarrier
{
    /// <summary>The group that raises it; whoever sends it belongs to the group, and is not shown.</summary>
    [Id(0)] public required GroupId GroupId { get; init; }

    /// <summary>What gets in the way, in the group's own words, 1 to 1,000 characters.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>What it is about.</summary>
    [Id(2)] public required BarrierAbout About { get; init; }

    /// <summary>Where it has to change.</summary>
    [Id(3)] public required Layer Layer { get; init; }

    /// <summary>The role that is asked to answer.</summary>
    [Id(4)] public required RoleId RoleId { get; init; }

    /// <summary>Whether the role heard it for the first time when it was raised.</summary>
    [Id(5)] public bool IsUnrehearsed { get; init; }

    /// <summary>The gathering at which it was raised, one of the group's.</summary>
    [Id(6)] public GatheringId? GatheringId { get; init; }

    /// <summary>
    /// Who can read it, and what is answered; only this area sees which group raised it. <c>allAreas</c> is public, on
    /// the web, too; until a lead of the group has agreed, it is <c>myArea</c>.
    /// </summary>
    [Id(7)] public Readers Readers { get; init; }
}

/// <summary>What a lead says of a barrier that waits to be shared: the body of PUT barriers/{id}/readers.</summary>
/// <param name="Readers">Who can read it: <c>allAreas</c> agrees, <c>myArea</c> declines.</param>
[GenerateSerializer, Immutable, Alias("peernet.choose-readers")]
public sealed record ChooseReaders([property: Id(0)] Readers Readers);

/// <summary>What a barrier is about.</summary>
[GenerateSerializer, Alias("peernet.barrier-about")]
public enum BarrierAbout
{
    /// <summary>Getting in, hearing, seeing, taking part.</summary>
    Access,
    /// <summary>Getting there.</summary>
    Transport,
    /// <summary>What it costs.</summary>
    Money,
    /// <summary>Whether people can rely on each other.</summary>
    Trust,
    /// <summary>What the law says.</summary>
    Law,
    /// <summary>Words that people do not understand.</summary>
    Language,
    /// <summary>When it happens, or how long it takes.</summary>
    Time,
    /// <summary>Something else.</summary>
    Other,
}
