namespace PeerNet.Contracts.Lenses;

/// <summary>Every refusal a lens can give.</summary>
public static class LensRefusals
{
    /// <summary>404: no such lens.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "lens.not-found", "Lens not found", "Check the ID. A coordinator adds a lens with a new ID.");

    /// <summary>409: it comes with PeerNet, a group has said that it helps, or a gathering has used it.</summary>
    public static Refusal InUse { get; } = Refusal.Conflict(
        "lens.in-use",
        "The lens stays as it is",
        "It comes with PeerNet, or it has been used. Add another version with a new ID.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("lens.field", "Part of the lens is not valid", field, detail);
}
