using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Practices;

/// <summary>A practice to a group that is part of it: a lead has agreed, so the group need not be asked.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="Group">The group.</param>
[GenerateSerializer, Immutable, Alias("peernet.practice-told")]
public sealed record PracticeTold(
    [property: Id(0)] PracticeId Practice, [property: Id(1)] GroupId Group) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"practiceTold/{Practice}/{Group}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGroupGrain>(home, Group.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Practice.Value;
}
