using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.NextSteps;

/// <summary>
/// Something that groups have set themselves to do. Refusals have a code of <see cref="NextStepRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.next-step"), Alias("peernet.next-step")]
public interface INextStepGrain : IGrainWithStringKey
{
    /// <summary>Writes it down for a group, or changes what it says while it is a wish.</summary>
    [Alias("write")]
    Task<Result<Written<NextStepDetails>>> Write(WriteNextStep says, IfMatch ifMatch, Caller by);

    /// <summary>The next step, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<NextStepDetails>> Get(Caller by);

    /// <summary>A lead takes it on for their group, as they have read it.</summary>
    [Alias("take-on")]
    Task<Result<NextStepDetails>> TakeOn(TakeOnNextStep takeOn, IfMatch ifMatch, Caller by);

    /// <summary>Its owner, or a group that it is for, says what has moved.</summary>
    [Alias("tell")]
    Task<Result<Written<NextStepDetails>>> Tell(NewsId news, TellNews tell, Caller by, IfMatch ifMatch = default);

    /// <summary>A lead of its owner says that it is done.</summary>
    [Alias("say-done")]
    Task<Result<NextStepDetails>> SayDone(Caller by, IfMatch ifMatch = default);

    /// <summary>A lead of a group that it was for, and that does not own it, says that it was kept.</summary>
    [Alias("keep")]
    Task<Result<NextStepDetails>> Keep(KeepNextStep keep, Caller by, IfMatch ifMatch = default);

    /// <summary>A lead or a coordinator gives it up, for a reason.</summary>
    [Alias("drop")]
    Task<Result<NextStepDetails>> Drop(DropNextStep drop, Caller by, IfMatch ifMatch = default);

    /// <summary>Somebody says for their group that it likes the wish.</summary>
    [Alias("like")]
    Task<Result<NextStepDetails>> Like(GroupId group, Caller by, IfMatch ifMatch = default);

    /// <summary>A coordinator takes words out, such as a name, wherever they were said.</summary>
    [Alias("take-out")]
    Task<Result<NextStepDetails>> TakeOut(TakeOutWords takeOut, Caller by, IfMatch ifMatch = default);
}

/// <summary>The next steps of an area.</summary>
[GrainInterfaceType("peernet.next-step-list"), Alias("peernet.next-step-list")]
public interface INextStepListGrain : IGrainWithStringKey
{
    /// <summary>Those of the area, or of one group: at most 500 that are not finished, and the last 100 kept.</summary>
    [Alias("list")]
    Task<NextStepList> List(GroupId? group, Caller by);

    /// <summary>
    /// What came of a gathering, at most 500: those that are stuck, those that move, wishes with those that were given
    /// up, and those that were kept.
    /// </summary>
    [Alias("list-of-gathering")]
    Task<ImmutableArray<NextStepDetails>> ListOf(GatheringId gathering);

    /// <summary>What came of a gathering and is not finished, those that are stuck first.</summary>
    [Alias("list-unfinished")]
    Task<ImmutableArray<NextStepDetails>> ListUnfinished(GatheringId gathering);

    /// <summary>Those that are not finished, and are put to a role that the caller answers for.</summary>
    [Alias("list-put-to")]
    Task<ImmutableArray<NextStepDetails>> ListPutTo(Caller by);
}
