using System.Text.Json.Serialization;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Groups;

/// <summary>One person's part in one group.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="Part">Their part.</param>
/// <param name="Since">When they joined, asked to, or were invited.</param>
[GenerateSerializer, Immutable, Alias("peernet.membership")]
public sealed record Membership(
    [property: Id(0)] MemberId MemberId, [property: Id(1)] Part Part, [property: Id(2)] DateTimeOffset Since);

/// <summary>The parts a person can have in a group, each including those before it.</summary>
[GenerateSerializer, Alias("peernet.part")]
public enum Part
{
    /// <summary>Has asked to join.</summary>
    Asked,
    /// <summary>A lead has invited them, and they have not accepted yet.</summary>
    Invited,
    /// <summary>Belongs.</summary>
    Member,
    /// <summary>Belongs and helps to lead.</summary>
    CoLead,
    /// <summary>Belongs and leads.</summary>
    Lead,
}

/// <summary>The body of PUT groups/{id}/members/{memberId}.</summary>
/// <param name="Part">The part: member, coLead or lead. If left out, member, or unchanged for someone who already
/// belongs. Someone who does not belong yet becomes a member or is invited, whatever it says.</param>
[GenerateSerializer, Immutable, Alias("peernet.join-group")]
public sealed record JoinGroup([property: Id(0)] Part? Part = null)
{
    /// <summary>The day since which they have belonged; only when an area is filled for the first time.</summary>
    [Id(1), JsonIgnore] public DateOnly? Since { get; init; }
}
