using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Barriers;

/// <summary>The ID of a role that answers barriers.</summary>
[GenerateSerializer, Immutable, Alias("peernet.role-id"), JsonConverter(typeof(IdJson<RoleId>))]
public readonly record struct RoleId([property: Id(0)] Guid Value) : IId<RoleId>
{
    /// <inheritdoc/>
    public static RoleId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out RoleId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
