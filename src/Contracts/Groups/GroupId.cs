using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Groups;

/// <summary>The ID of a group.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-id"), JsonConverter(typeof(IdJson<GroupId>))]
public readonly record struct GroupId([property: Id(0)] Guid Value) : IId<GroupId>
{
    /// <inheritdoc/>
    public static GroupId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out GroupId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID, which is all that keys and logs contain.</summary>
    public override string ToString() => Value.ToString();
}
