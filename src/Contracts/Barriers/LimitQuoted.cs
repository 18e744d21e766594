using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Contracts.Barriers;

/// <summary>A limit to a barrier that anyone can read: what is in the way, as it is worded now.</summary>
/// <param name="Barrier">The barrier.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Says">What it says.</param>
/// <param name="Version">The version of the limit's row.</param>
[GenerateSerializer, Immutable, Alias("peernet.limit-quoted")]
public sealed record LimitQuoted(
    [property: Id(0)] BarrierId Barrier,
    [property: Id(1)] LimitId Limit,
    [property: Id(2)] LimitOnCard Says,
    [property: Id(3)] int Version = 0) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"limitQuoted/{Limit}/{Barrier}/{Version}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IBarrierGrain>(home, Barrier.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Limit.Value;

    /// <inheritdoc/>
    public override bool Replaces(Message older) => older is LimitQuoted quoted && quoted.Barrier == Barrier;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };
}
