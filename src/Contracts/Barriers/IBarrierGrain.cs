using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>
/// Something that stands in people's way, raised by a group and put to a role. Refusals have a code of
/// <see cref="BarrierRefusals"/> or <see cref="RoleRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.barrier"), Alias("peernet.barrier")]
public interface IBarrierGrain : IGrainWithStringKey
{
    /// <summary>Somebody raises it for their group.</summary>
    [Alias("raise")]
    Task<Result<Written<BarrierDetails>>> Raise(RaiseBarrier barrier, Caller by);

    /// <summary>The barrier, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<BarrierDetails>> Get(Caller by);

    /// <summary>The role says by when it will answer.</summary>
    [Alias("hear")]
    Task<Result<BarrierDetails>> Hear(HearBarrier hear, Caller by);

    /// <summary>The role answers.</summary>
    [Alias("answer")]
    Task<Result<BarrierDetails>> Answer(AnswerId answer, AnswerBarrier says, Caller by);

    /// <summary>The role adds to its latest answer.</summary>
    [Alias("add")]
    Task<Result<BarrierDetails>> Add(AdditionId addition, AddToAnswer adds, Caller by);

    /// <summary>Somebody says for their group that it stands in its way, too.</summary>
    [Alias("us-too")]
    Task<Result<BarrierDetails>> SayUsToo(GroupId group, Caller by);

    /// <summary>Somebody says for their group whether the latest answer helped.</summary>
    [Alias("helped")]
    Task<Result<BarrierDetails>> SayHelped(GroupId group, SayHelped says, Caller by);

    /// <summary>A lead of the group that raised it agrees that anyone reads it, or declines.</summary>
    [Alias("choose-readers")]
    Task<Result<BarrierDetails>> ChooseReaders(ChooseReaders chosen, Caller by);

    /// <summary>A lead of the group that raised it, or a coordinator, withdraws it with every word.</summary>
    [Alias("withdraw")]
    Task<Result<BarrierDetails>> Withdraw(Caller by);
}
