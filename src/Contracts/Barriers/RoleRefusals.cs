namespace PeerNet.Contracts.Barriers;

/// <summary>Every refusal a role can give.</summary>
public static class RoleRefusals
{
    /// <summary>404: no such role.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "role.not-found", "Role not found", "Check the ID. A coordinator names a role with a new ID.");

    /// <summary>403: only whoever answers for the role may do this.</summary>
    public static Refusal HolderOnly { get; } = Refusal.Forbidden(
        "role.holder-only",
        "Only the role that was asked can do this",
        "A coordinator can tell you who answers for the role.");

    /// <summary>403: whoever answers for the role belongs to a group, or coordinates the area.</summary>
    public static Refusal TwoHats { get; } = Refusal.Forbidden(
        "role.two-hats",
        "A record that can see people in groups cannot answer for a role",
        "Sign in for the role with a record of its own.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("role.field", "Part of the role is not valid", field, detail);
}
