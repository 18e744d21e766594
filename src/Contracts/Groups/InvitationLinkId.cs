using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Groups;

/// <summary>The ID of an invitation link. Knowing it opens nothing.</summary>
[GenerateSerializer, Immutable, Alias("peernet.invitation-link-id"), JsonConverter(typeof(IdJson<InvitationLinkId>))]
public readonly record struct InvitationLinkId([property: Id(0)] Guid Value) : IId<InvitationLinkId>
{
    /// <inheritdoc/>
    public static InvitationLinkId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out InvitationLinkId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
