using PeerNet.Contracts.Members;

namespace PeerNet.Contracts;

/// <summary>
/// The caller of a request. The Gateway creates it once from a verified token and passes it as an argument, so that
/// rules can see it.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.caller")]
public sealed record Caller([property: Id(0)] CallerRole Role, [property: Id(1)] MemberId? Member)
{
    /// <summary>A visitor, who is not signed in.</summary>
    public static Caller Visitor { get; } = new(CallerRole.Visitor, null);

    /// <summary>The area itself, finishing what an authorised caller began.</summary>
    public static Caller Area { get; } = new(CallerRole.Area, null);

    /// <summary>A coordinator of this area, or the area itself.</summary>
    public bool Coordinates => Role is CallerRole.Coordinator or CallerRole.Area;

    /// <summary>Whether the caller is this person.</summary>
    public bool Is(MemberId member) => Member == member;
}

/// <summary>The role of a caller throughout an area. Who leads a group is recorded in the group.</summary>
[GenerateSerializer, Alias("peernet.caller-role")]
public enum CallerRole
{
    /// <summary>Not signed in.</summary>
    Visitor,
    /// <summary>Signed in, a member of this area.</summary>
    Member,
    /// <summary>Looks after the network in one area.</summary>
    Coordinator,
    /// <summary>Looks after the network in all areas; sees only released figures.</summary>
    NetworkCoordinator,
    /// <summary>The area's own silo.</summary>
    Area,
}
