namespace PeerNet.Contracts.Power;

/// <summary>Every refusal about the roles of a group.</summary>
public static class PowerRefusals
{
    /// <summary>404: the group has no such role hold.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "power.not-found", "Role not found", "Check the ID. To say that you hold a role, use a new ID.");

    /// <summary>403: only the person who holds a role says something of it.</summary>
    public static Refusal HolderOnly { get; } = Refusal.Forbidden(
        "power.holder-only",
        "Only the person who holds this role can do this",
        "Ask them. A lead of the group can say that nobody holds it any more.");

    /// <summary>409: the person holds that role already, or held it then.</summary>
    public static Refusal Overlaps { get; } = Refusal.Conflict(
        "power.overlaps", "You hold this role already, or held it then", "Change what you have said before.");

    /// <summary>409: the role is no longer held, or is not offered.</summary>
    public static Refusal State { get; } = Refusal.Conflict(
        "power.state",
        "The role is not at that point",
        "It is held, then offered, then somebody else takes it. What is over stays as it was.");

    /// <summary>409: the ID was used for something else.</summary>
    public static Refusal Differs { get; } = Refusal.Conflict(
        "power.differs", "This ID was used for another role", "Say it again with a new ID.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("power.field", "Part of what you say of the role is not valid", field, detail);
}
