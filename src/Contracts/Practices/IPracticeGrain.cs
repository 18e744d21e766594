using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Practices;

/// <summary>What groups have done together. Refusals have a code of <see cref="PracticeRefusals"/>.</summary>
[GrainInterfaceType("peernet.practice"), Alias("peernet.practice")]
public interface IPracticeGrain : IGrainWithStringKey
{
    /// <summary>Somebody of one of its groups tells it.</summary>
    [Alias("tell")]
    Task<Result<Written<PracticeDetails>>> Tell(TellPractice practice, Caller by);

    /// <summary>The practice, for the people of its groups, and for everybody once it is shown.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<PracticeDetails>> Get(Caller by);

    /// <summary>A lead agrees for their group that it is shown.</summary>
    [Alias("agree")]
    Task<Result<PracticeDetails>> Agree(GroupId group, Caller by);

    /// <summary>Somebody of another group says thank you for it.</summary>
    [Alias("thank")]
    Task<Result<PracticeDetails>> Thank(GroupId group, Caller by);

    /// <summary>A lead of one of its groups, or a coordinator once it is shown, withdraws it for good.</summary>
    [Alias("withdraw")]
    Task<Result<PracticeDetails>> Withdraw(Caller by);
}

/// <summary>The practices of an area.</summary>
[GrainInterfaceType("peernet.practice-list"), Alias("peernet.practice-list")]
public interface IPracticeListGrain : IGrainWithStringKey
{
    /// <summary>
    /// Those of the area, or those that a group is part of: what waits for the caller's groups, and the last 200 shown.
    /// </summary>
    [Alias("list")]
    Task<PracticeList> List(GroupId? group, Caller by);
}

/// <summary>
/// Asking a group what it has done. A side of the same grain as <see cref="IGroupGrain"/>, because the group remembers
/// that it was asked.
/// </summary>
[GrainInterfaceType("peernet.group.practice"), Alias("peernet.group.practice")]
public interface IGroupPracticeGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks the leads, once and never again, unless the group is part of a practice; for the area only (code
    /// <c>access.not-yours</c>).
    /// </summary>
    [Alias("ask")]
    Task<Result<Done>> AskForPractice(Caller by);
}
