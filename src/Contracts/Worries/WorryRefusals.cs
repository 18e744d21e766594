namespace PeerNet.Contracts.Worries;

/// <summary>Every refusal a worry can give.</summary>
public static class WorryRefusals
{
    /// <summary>404: no such worry, or it is not for the caller.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "worry.not-found",
        "Worry not found",
        "Check the ID. Only its writer can see it, and coordinators it is not about.");

    /// <summary>409: the ID was used for a different worry.</summary>
    public static Refusal Differs { get; } = Refusal.Conflict(
        "worry.differs", "This ID was used for a different worry", "Write another one with a new ID.");

    /// <summary>409: it is closed, with another answer.</summary>
    public static Refusal Answered { get; } = Refusal.Conflict(
        "worry.answered", "This worry has been answered", "An answer closes it and stays as it is.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("worry.field", "Part of the worry is not valid", field, detail);
}
