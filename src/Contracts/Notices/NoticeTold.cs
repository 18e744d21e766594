using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Notices;

/// <summary>Any record to a person's notices: tell them this.</summary>
/// <param name="Member">The person.</param>
/// <param name="About">What it is about.</param>
/// <param name="Occasion">Which occasion; of two about the same thing, the higher is the later.</param>
/// <param name="Until">When it stops mattering by itself, or null.</param>
[GenerateSerializer, Immutable, Alias("peernet.notice-told")]
public sealed record NoticeTold(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] NoticeAbout About,
    [property: Id(2)] int Occasion,
    [property: Id(3)] DateTimeOffset? Until = null) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"noticeTold/{Member}/{About.IdOn(Occasion)}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<INoticesGrain>(home, Member.Value);

    /// <inheritdoc/>
    public override Guid Subject() => About.Subject();
}
