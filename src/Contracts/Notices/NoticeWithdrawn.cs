using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Notices;

/// <summary>Any record to a person's notices: there is no longer a reason for this one.</summary>
/// <param name="Member">The person.</param>
/// <param name="About">What it was about.</param>
/// <param name="Occasion">The occasion up to which it is withdrawn.</param>
[GenerateSerializer, Immutable, Alias("peernet.notice-withdrawn")]
public sealed record NoticeWithdrawn(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] NoticeAbout About,
    [property: Id(2)] int Occasion) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"noticeWithdrawn/{Member}/{About.IdOn(Occasion)}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<INoticesGrain>(home, Member.Value);

    /// <inheritdoc/>
    public override Guid Subject() => About.Subject();
}
