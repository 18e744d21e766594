using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>
/// How a gathering of this area is linked with those of the same ID in other areas. Refusals have a code of
/// <see cref="LinkedRoomRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.linked-room"), Alias("peernet.linked-room")]
public interface ILinkedRoomGrain : IGrainWithStringKey
{
    /// <summary>A keeper asks another area to hold the gathering too; again, tells it what has changed.</summary>
    [Alias("ask")]
    Task<Result<LinkedRoomDetails>> Ask(AreaId area, Caller by);

    /// <summary>A keeper of our own gathering says that it is part of the other area's.</summary>
    [Alias("join")]
    Task<Result<LinkedRoomDetails>> Join(Caller by);

    /// <summary>A lead or a coordinator says that nobody here holds it. Others can still join.</summary>
    [Alias("decline")]
    Task<Result<LinkedRoomDetails>> Decline(Caller by);

    /// <summary>A keeper of the host shares a question with the other areas.</summary>
    [Alias("share")]
    Task<Result<LinkedRoomDetails>> Share(QuestionId question, Caller by);

    /// <summary>A keeper says that our count is complete, and that it may be added to those of others.</summary>
    [Alias("hand-in")]
    Task<Result<LinkedRoomDetails>> HandIn(QuestionId question, Caller by);

    /// <summary>A keeper of the host has the counts added up.</summary>
    [Alias("add-up")]
    Task<Result<LinkedRoomDetails>> AddUp(QuestionId question, AddUpRooms without, Caller by);

    /// <summary>
    /// Says what our own gathering says, once its plan has changed, it was cancelled, or words were taken out of it.
    /// </summary>
    [Alias("follow")]
    Task<Result<Done>> Follow(GatheringDetails gathering);

    /// <summary>How it stands, for everybody who is signed in; an invitation, for leads and coordinators.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<LinkedRoomDetails>> Get(Caller by);

    /// <summary>What came of a question in all areas together.</summary>
    [Alias("together"), AlwaysInterleave]
    Task<Result<TogetherResult>> GetTogether(QuestionId question, Caller by);
}

/// <summary>What other areas have asked this one to hold, as its records are now.</summary>
[GrainInterfaceType("peernet.linked-room-list"), Alias("peernet.linked-room-list")]
public interface ILinkedRoomListGrain : IGrainWithStringKey
{
    /// <summary>
    /// The invitations that nobody has answered and whose day has not passed, for leads and coordinators (code
    /// <c>access.leads-only</c>).
    /// </summary>
    [Alias("invitations")]
    Task<Result<ImmutableArray<LinkedRoomDetails>>> ListInvitations(Caller by);
}
