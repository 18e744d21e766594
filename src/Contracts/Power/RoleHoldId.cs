using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Power;

/// <summary>The ID of the time for which one person holds a role in a group.</summary>
[GenerateSerializer, Immutable, Alias("peernet.role-hold-id"), JsonConverter(typeof(IdJson<RoleHoldId>))]
public readonly record struct RoleHoldId([property: Id(0)] Guid Value) : IId<RoleHoldId>
{
    /// <inheritdoc/>
    public static RoleHoldId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out RoleHoldId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
