using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Members;

/// <summary>Member to every record that holds something about the person: forget them.</summary>
/// <param name="Member">The person.</param>
/// <param name="HolderKind">The kind of grain that holds them, such as <c>group</c>.</param>
/// <param name="HolderId">Its id.</param>
[GenerateSerializer, Immutable, Alias("peernet.person-erased")]
public sealed record PersonErased(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string HolderKind,
    [property: Id(2)] Guid HolderId) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"personErased/{Member}/{HolderKind}/{HolderId}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => new(home, HolderKind, HolderId);

    /// <inheritdoc/>
    public override Guid Subject() => Member.Value;
}
