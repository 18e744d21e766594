using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Power;

/// <summary>
/// Who holds which role in a group now, for the people of the group alone. It says of nobody else for how long.
/// </summary>
/// <param name="GroupId">The group.</param>
/// <param name="Roles">The roles that somebody holds.</param>
/// <param name="Yours">The caller's own, with their days.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-power-details")]
public sealed record GroupPowerDetails(
    [property: Id(0)] GroupId GroupId,
    [property: Id(1)] ImmutableArray<RoleNow> Roles,
    [property: Id(2)] ImmutableArray<OwnRole> Yours)
{
    /// <summary>The caller's own of that kind; null if they do not hold it.</summary>
    public OwnRole? FindYours(GroupRole role) => Yours.FirstOrDefault(one => one.Role == role);
}

/// <summary>Who holds a role now.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Role">The role.</param>
/// <param name="MemberId">Who holds it.</param>
/// <param name="SharedWith">How many others share it.</param>
/// <param name="IsOffered">Whether they offer it to somebody else.</param>
[GenerateSerializer, Immutable, Alias("peernet.role-now")]
public sealed record RoleNow(
    [property: Id(0)] RoleHoldId Id,
    [property: Id(1)] GroupRole Role,
    [property: Id(2)] MemberId MemberId,
    [property: Id(3)] int SharedWith,
    [property: Id(4)] bool IsOffered);

/// <summary>A role that the caller holds.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Role">The role.</param>
/// <param name="Since">The day since which they hold it.</param>
/// <param name="SharedWith">How many others share it.</param>
/// <param name="IsOffered">Whether they offer it to somebody else.</param>
/// <param name="IsAsked">
/// Whether they are asked if they would like to offer it: they have held it for two years, and share it with nobody.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.own-role")]
public sealed record OwnRole(
    [property: Id(0)] RoleHoldId Id,
    [property: Id(1)] GroupRole Role,
    [property: Id(2)] DateOnly Since,
    [property: Id(3)] int SharedWith,
    [property: Id(4)] bool IsOffered,
    [property: Id(5)] bool IsAsked);

/// <summary>
/// Whether power is shared in an area, for coordinators: in counts, and never of one group. Null below four groups.
/// </summary>
/// <param name="Sharing">Groups in which a role is shared or has been handed on.</param>
/// <param name="Groups">Groups that say who holds a role.</param>
[GenerateSerializer, Immutable, Alias("peernet.power-check")]
public sealed record PowerCheck([property: Id(0)] int? Sharing, [property: Id(1)] int? Groups)
{
    /// <summary>Groups in which somebody offers a role that they hold to others.</summary>
    [Id(2)] public int? Offering { get; init; }

    /// <summary>Gatherings that one keeper has closed alone, a day after asking for it.</summary>
    [Id(3)] public int? ClosedAlone { get; init; }

    /// <summary>Gatherings that were closed, of at least four groups.</summary>
    [Id(4)] public int? Closed { get; init; }

    /// <summary>So many of so many groups.</summary>
    public static PowerCheck Of(int sharing, int offering, int groups) =>
        groups < FewOrMore.MinGroups ? new(null, null) : new(sharing, groups) { Offering = offering };

    /// <summary>The same with so many gatherings that so many groups have held.</summary>
    public PowerCheck With(int closedAlone, int closed, int groups) =>
        groups < FewOrMore.MinGroups ? this : this with { ClosedAlone = closedAlone, Closed = closed };
}
