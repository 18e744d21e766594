using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Members;

/// <summary>The ID of a person: the only thing about them that may be in a key, a log or another record.</summary>
[GenerateSerializer, Immutable, Alias("peernet.member-id"), JsonConverter(typeof(IdJson<MemberId>))]
public readonly record struct MemberId([property: Id(0)] Guid Value) : IId<MemberId>
{
    /// <summary>
    /// Whether it stands for a guest from another area: a UUID version 8, which no person of this area can have.
    /// </summary>
    public bool IsGuest => Value.Version == 8;

    /// <inheritdoc/>
    public static MemberId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out MemberId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID, which is all that keys and logs contain.</summary>
    public override string ToString() => Value.ToString();
}
