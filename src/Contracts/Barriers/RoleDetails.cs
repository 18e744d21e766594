using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Barriers;

/// <summary>A role that answers barriers: the body of PUT roles/{id}.</summary>
/// <param name="Name">What everybody calls it, 1 to 120 characters on one line; never a person's name.</param>
/// <param name="HolderId">
/// Who answers for it: somebody with a record in this area who belongs to no group. Null if nobody does.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.name-role")]
public sealed record NameRole([property: Id(0)] string Name, [property: Id(1)] MemberId? HolderId = null);

/// <summary>A role, as one caller sees it.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Name">What everybody calls it.</param>
/// <param name="IsMine">Whether the caller answers for it.</param>
/// <param name="HolderId">Who does; for coordinators.</param>
[GenerateSerializer, Immutable, Alias("peernet.role-details")]
public sealed record RoleDetails(
    [property: Id(0)] RoleId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] bool IsMine,
    [property: Id(3)] MemberId? HolderId);

/// <summary>What other grains need to know about a role.</summary>
/// <param name="Name">What everybody calls it; null if there is no such role.</param>
/// <param name="Holder">Who answers for it, if anybody does.</param>
[GenerateSerializer, Immutable, Alias("peernet.role-standing")]
public sealed record RoleStanding([property: Id(0)] string? Name, [property: Id(1)] MemberId? Holder)
{
    /// <summary>There is no such role.</summary>
    public static RoleStanding None { get; } = new(null, null);

    /// <summary>Whether the caller answers for it.</summary>
    public bool IsHeldBy(Caller by) => Holder is { } holder && by.Is(holder);
}
