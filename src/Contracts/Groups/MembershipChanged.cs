using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Groups;

/// <summary>Group to member: the part the person has in the group.</summary>
/// <param name="Member">The person.</param>
/// <param name="Group">The group.</param>
/// <param name="Part">Their part now, or null if they no longer belong.</param>
/// <param name="Version">The version of the group's row; the higher of two is the later.</param>
[GenerateSerializer, Immutable, Alias("peernet.membership-changed")]
public sealed record MembershipChanged(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] GroupId Group,
    [property: Id(2)] Part? Part,
    [property: Id(3)] int Version = 0) : Message
{
    /// <summary>When the invitation or the request to join expires, if their part is invited or asked.</summary>
    [Id(4)] public DateTimeOffset? Until { get; init; }

    /// <summary>Who heard the person agree, if they have no sign-in.</summary>
    [Id(5)] public MemberId? HeardBy { get; init; }

    /// <summary>Whether the person joined or left by themselves.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOwnWish { get; init; }

    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"membershipChanged/{Group}/{Member}/{Version}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IMemberGrain>(home, Member.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Group.Value;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };
}
