using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Groups;

/// <summary>
/// Links that each let one person join a group, whoever opens it. A side of the same grain as
/// <see cref="IGroupGrain"/>. Only a digest of a link's key is stored or sent.
/// </summary>
[GrainInterfaceType("peernet.group.invitation-links"), Alias("peernet.group.invitation-links")]
public interface IInvitationLinksGrain : IGrainWithStringKey
{
    /// <summary>
    /// A lead makes a link. False if that very link has been used or ended; the same again changes nothing (code
    /// <c>group.links-full</c>).
    /// </summary>
    /// <param name="id">A new ID.</param>
    /// <param name="digest">The SHA-256 of its key, in hexadecimal digits.</param>
    /// <param name="by">The lead.</param>
    [Alias("make")]
    Task<Result<bool>> Make(InvitationLinkId id, string digest, Caller by);

    /// <summary>A lead ends a link; one that there is not has ended already.</summary>
    [Alias("end")]
    Task<Result<Done>> End(InvitationLinkId id, Caller by);

    /// <summary>The links that still let somebody in, oldest first; for leads and coordinators.</summary>
    [Alias("list"), ReadOnly]
    Task<Result<ImmutableArray<InvitationLink>>> List(Caller by);

    /// <summary>Whether a link with that digest lets somebody in.</summary>
    [Alias("opens"), ReadOnly]
    Task<bool> Opens(string digest);

    /// <summary>
    /// The caller joins by a link, which lets nobody else in after that; whoever belongs already does not use it up
    /// (code <c>group.link-not-found</c>).
    /// </summary>
    [Alias("join")]
    Task<Result<Membership>> JoinBy(string digest, Caller by);
}

/// <summary>A link that lets one person join, as those who lead the group see it.</summary>
/// <param name="Id">The ID, with which it is ended.</param>
/// <param name="MadeBy">The lead who made it; null if a coordinator did.</param>
/// <param name="MadeAt">When they made it.</param>
/// <param name="Until">When it ends by itself.</param>
[GenerateSerializer, Immutable, Alias("peernet.invitation-link")]
public sealed record InvitationLink(
    [property: Id(0)] InvitationLinkId Id,
    [property: Id(1)] MemberId? MadeBy,
    [property: Id(2)] DateTimeOffset MadeAt,
    [property: Id(3)] DateTimeOffset Until);
