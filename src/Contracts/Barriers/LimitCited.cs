using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>A barrier to a limit: an answer rests on it, or no longer does because the barrier is withdrawn.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Barrier">The barrier.</param>
/// <param name="Group">The group that raised it.</param>
/// <param name="IsWithdrawn">Whether the barrier is withdrawn.</param>
/// <param name="IsForAllAreas">Whether anyone can read the barrier, and with it what is in the way.</param>
[GenerateSerializer, Immutable, Alias("peernet.limit-cited")]
public sealed record LimitCited(
    [property: Id(0)] LimitId Limit,
    [property: Id(1)] BarrierId Barrier,
    [property: Id(2)] GroupId Group,
    [property: Id(3)] bool IsWithdrawn = false,
    [property: Id(4)] bool IsForAllAreas = false) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation =>
        Ids.Of<OperationId>($"limitCited/{Limit}/{Barrier}/{IsWithdrawn}{(IsForAllAreas ? "/all" : "")}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<ILimitGrain>(home, Limit.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Barrier.Value;
}
