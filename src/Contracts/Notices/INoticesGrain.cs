using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Notices;

/// <summary>What PeerNet tells one person; its ID is theirs. Records tell it by messages.</summary>
[GrainInterfaceType("peernet.notices"), Alias("peernet.notices")]
public interface INoticesGrain : IGrainWithStringKey
{
    /// <summary>The person's notices, newest first, for themselves only; anyone else sees none.</summary>
    [Alias("list"), ReadOnly]
    Task<ImmutableArray<NoticeDetails>> List(Caller by);

    /// <summary>The person has read a notice (code <c>notice.not-found</c>).</summary>
    [Alias("read")]
    Task<Result<NoticeDetails>> Read(NoticeId id, Caller by);

    /// <summary>
    /// Asks the person for exactly these logs of a group, each once a week, and withdraws what was asked about other
    /// meetings of it. For the area only (code <c>access.not-yours</c>).
    /// </summary>
    [Alias("ask-for-logs")]
    Task<Result<Done>> AskForLogs(GroupId group, ImmutableArray<MissingLog> missing, Caller by);
}
