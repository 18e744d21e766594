using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Worries;

/// <summary>
/// A worry to its writer: they have written it. Somebody who has been erased meanwhile refuses (code
/// <c>member.erased</c>), and the worry then forgets them; nobody else stores anything.
/// </summary>
/// <param name="Writer">Who wrote it.</param>
/// <param name="Worry">The worry.</param>
[GenerateSerializer, Immutable, Alias("peernet.worry-written")]
public sealed record WorryWritten(
    [property: Id(0)] MemberId Writer, [property: Id(1)] WorryId Worry) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"worryWritten/{Worry}/{Writer}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IMemberGrain>(home, Writer.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Worry.Value;
}
