using PeerNet.Contracts.Members;

namespace PeerNet.Contracts;

/// <summary>Who asks. Made once by the Gateway from a verified token and passed as an argument, so that rules can see it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.caller")]
public sealed record Caller([property: Id(0)] CallerRole Role, [property: Id(1)] MemberId? Member)
{
    /// <summary>Nobody known: a visitor.</summary>
    public static Caller Visitor { get; } = new(CallerRole.Visitor, null);

    /// <summary>The area itself, finishing what somebody allowed began.</summary>
    public static Caller Area { get; } = new(CallerRole.Area, null);

    /// <summary>A coordinator of this area, or the area itself.</summary>
    public bool Coordinates => Role is CallerRole.Coordinator or CallerRole.Area;

    /// <summary>Whether the caller is that person.</summary>
    public bool Is(MemberId member) => Member == member;
}

/// <summary>What a caller is throughout an area; being the lead of a group stands in the group.</summary>
[GenerateSerializer, Alias("peernet.caller-role")]
public enum CallerRole
{
    /// <summary>Not signed in.</summary>
    Visitor,
    /// <summary>Signed in, a member of this area.</summary>
    Member,
    /// <summary>Looks after the network of one area.</summary>
    Coordinator,
    /// <summary>Looks after the network of all areas; sees released figures only.</summary>
    NetworkCoordinator,
    /// <summary>The area's own silo.</summary>
    Area,
}
