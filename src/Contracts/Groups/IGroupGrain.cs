using Orleans.Concurrency;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Groups;

/// <summary>A group: founded, described, joined and left, closed.</summary>
[GrainInterfaceType("peernet.group"), Alias("peernet.group")]
public interface IGroupGrain : IGrainWithStringKey
{
    /// <summary>
    /// Founds the group, or changes what it says of itself; refuses as <see cref="GroupRefusals"/> and
    /// <see cref="VersionRefusals"/> say.
    /// </summary>
    [Alias("put")]
    Task<Result<Written<GroupDetails>>> Put(GroupDescription description, IfMatch ifMatch, Caller by);

    /// <summary>The group as far as the caller may see it (code <c>group.not-found</c>).</summary>
    [Alias("get"), ReadOnly]
    Task<Result<GroupDetails>> Get(Caller by);

    /// <summary>Brings a person in, changes their part in the group, or asks for them.</summary>
    [Alias("join")]
    Task<Result<Written<Membership>>> Join(MemberId member, JoinGroup request, Caller by);

    /// <summary>Takes a person out, or takes back their asking; done also when they were not there.</summary>
    [Alias("leave")]
    Task<Result<Done>> Leave(MemberId member, Caller by);

    /// <summary>Closes the group for good, or for now.</summary>
    [Alias("close")]
    Task<Result<GroupDetails>> Close(GroupClosure closure, Caller by);

    /// <summary>Opens a closed group again.</summary>
    [Alias("reopen")]
    Task<Result<GroupDetails>> Reopen(Caller by);

    /// <summary>Says that what the group tells of itself is still right.</summary>
    [Alias("confirm")]
    Task<Result<GroupDetails>> Confirm(Caller by);

    /// <summary>Who belongs and who leads, for the group's meetings.</summary>
    [Alias("standing"), AlwaysInterleave]
    Task<GroupStanding> GetStanding();
}
