using Orleans.Concurrency;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Growth;

/// <summary>Releases an area's months, one after the other, and keeps what was released.</summary>
[GrainInterfaceType("peernet.releases"), Alias("peernet.releases")]
public interface IReleasesGrain : IGrainWithStringKey
{
    /// <summary>
    /// Sets the hourly reminder, unless it is set already, and releases what is due. Releases begin with the month of
    /// this day, if nothing has been released and no earlier month was named before.
    /// </summary>
    [Alias("start")]
    Task Start(DateOnly from);

    /// <summary>Releases the next month, if it is due; then the one after it.</summary>
    [Alias("continue")]
    Task Continue();

    /// <summary>
    /// The next month as it would be released now, for coordinators (code <c>access.coordinators-only</c>).
    /// </summary>
    [Alias("preview"), AlwaysInterleave]
    Task<Result<ReleasePreview>> Preview(Caller by);

    /// <summary>What has been released.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<ReleasesDetails> List();

    /// <summary>
    /// The same for another area: entered in the ledger first, and refused if the border is closed (code
    /// <c>link.border-closed</c>).
    /// </summary>
    [Alias("send"), AlwaysInterleave]
    Task<Result<ReleasesDetails>> Send(AreaId to);

    /// <summary>Notes in the ledger that another area has all that was sent to it in that version.</summary>
    [Alias("acknowledge"), AlwaysInterleave]
    Task Acknowledge(AreaId from, int version);
}
