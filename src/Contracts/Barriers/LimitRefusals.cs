namespace PeerNet.Contracts.Barriers;

/// <summary>Every refusal a limit can give.</summary>
public static class LimitRefusals
{
    /// <summary>404: no such limit.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "limit.not-found", "Limit not found", "Check the ID. A role claims a limit with a new ID.");

    /// <summary>409: the ID was used for a different limit, or the group has given another reason.</summary>
    public static Refusal WordsStay { get; } = Refusal.Conflict(
        "limit.words-stay",
        "What was said about a limit stays as it is",
        "Claim another limit with a new ID. A group says once why it doubts a limit.");

    /// <summary>409: it has changed, which is for good.</summary>
    public static Refusal Changed { get; } = Refusal.Conflict(
        "limit.changed", "This limit has changed", "If it is back in the way, claim it again with a new ID.");

    /// <summary>422: a law is written somewhere.</summary>
    public static Refusal NeedsSource { get; } = Refusal.Invalid(
        "limit.needs-source",
        "This law has no source",
        "source",
        "Name the Act or the regulations, or say that it is something other than a law.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("limit.field", "Part of the limit is not valid", field, detail);
}
