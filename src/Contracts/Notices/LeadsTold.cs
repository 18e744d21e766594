using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Notices;

/// <summary>Any record to a group: tell everybody who leads it, or withdraw what they were told.</summary>
/// <param name="Group">The group.</param>
/// <param name="About">What it is about.</param>
/// <param name="Occasion">Which occasion; of two about the same thing, the higher is the later.</param>
/// <param name="IsWithdrawn">Whether there is no longer a reason for it.</param>
/// <param name="Until">When it stops mattering by itself, or null.</param>
[GenerateSerializer, Immutable, Alias("peernet.leads-told")]
public sealed record LeadsTold(
    [property: Id(0)] GroupId Group,
    [property: Id(1)] NoticeAbout About,
    [property: Id(2)] int Occasion,
    [property: Id(3)] bool IsWithdrawn = false,
    [property: Id(4)] DateTimeOffset? Until = null) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation =>
        Ids.Of<OperationId>($"leadsTold/{Group}/{About.IdOn(Occasion)}/{IsWithdrawn}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGroupGrain>(home, Group.Value);

    /// <inheritdoc/>
    public override Guid Subject() => About.Subject();
}
