using Orleans.Concurrency;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Groups;

/// <summary>A group and its members.</summary>
[GrainInterfaceType("peernet.group"), Alias("peernet.group")]
public interface IGroupGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates the group or changes its description. Refused with a code of <see cref="GroupRefusals"/> or
    /// <see cref="VersionRefusals"/>.
    /// </summary>
    [Alias("put")]
    Task<Result<Written<GroupDetails>>> Put(GroupDescription description, IfMatch ifMatch, Caller by);

    /// <summary>The group, with the details the caller may see (code <c>group.not-found</c>).</summary>
    [Alias("get"), ReadOnly]
    Task<Result<GroupDetails>> Get(Caller by);

    /// <summary>
    /// Joins, asks to join or accepts an invitation, for oneself; invites a person, agrees to their request or changes
    /// their part, for a lead.
    /// </summary>
    [Alias("join")]
    Task<Result<Written<Membership>>> Join(MemberId member, JoinGroup request, Caller by);

    /// <summary>
    /// Removes a person, their request to join or their invitation. Succeeds even if they did not belong.
    /// </summary>
    [Alias("leave")]
    Task<Result<Done>> Leave(MemberId member, Caller by);

    /// <summary>Closes the group, today or on a given day.</summary>
    [Alias("close")]
    Task<Result<GroupDetails>> Close(GroupClosure closure, Caller by, IfMatch ifMatch = default);

    /// <summary>Reopens a closed group.</summary>
    [Alias("reopen")]
    Task<Result<GroupDetails>> Reopen(Caller by, IfMatch ifMatch = default);

    /// <summary>Confirms that the description is still right.</summary>
    [Alias("confirm")]
    Task<Result<GroupDetails>> Confirm(Caller by, IfMatch ifMatch = default);

    /// <summary>
    /// Who belongs and who leads, for the group's meetings. Given the ID of a meeting, also what the schedule says
    /// about it, which takes longer.
    /// </summary>
    [Alias("standing"), AlwaysInterleave]
    Task<GroupStanding> GetStanding(MeetingId? meeting = null);
}
