namespace PeerNet.Contracts.Practices;

/// <summary>Every refusal a practice can give.</summary>
public static class PracticeRefusals
{
    /// <summary>404: no such practice, or it waits for its groups and the caller belongs to none of them.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "practice.not-found", "Practice not found", "Check the ID. To tell one, use a new ID.");

    /// <summary>403: only somebody who belongs to a group speaks for it.</summary>
    public static Refusal GroupOnly { get; } = Refusal.Forbidden(
        "practice.group-only",
        "Only somebody who belongs to this group can speak for it",
        "Use a group that you belong to. A practice names the group that tells it.");

    /// <summary>403: only leads of its groups agree to it or withdraw it.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "practice.leads-only",
        "Only a lead of a group that is part of this practice can do this",
        "Ask a lead of one of its groups.");

    /// <summary>409: a group that is part of it does not thank itself.</summary>
    public static Refusal Own { get; } = Refusal.Conflict(
        "practice.own", "This group is part of the practice", "Only other groups say thank you.");

    /// <summary>409: the ID was used, and what was told stays.</summary>
    public static Refusal WordsStay { get; } = Refusal.Conflict(
        "practice.words-stay", "What was told stays as it is", "Withdraw it and tell another one with a new ID.");

    /// <summary>409: the state of the practice does not allow it.</summary>
    public static Refusal State { get; } = Refusal.Conflict(
        "practice.state",
        "The practice is not at that point",
        "It is told, and shown once every group has agreed. Once it is withdrawn, that is for good.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("practice.field", "Part of the practice is not valid", field, detail);
}
