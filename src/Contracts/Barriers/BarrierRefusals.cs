namespace PeerNet.Contracts.Barriers;

/// <summary>Every refusal a barrier can give.</summary>
public static class BarrierRefusals
{
    /// <summary>404: no such barrier.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "barrier.not-found", "Barrier not found", "Check the ID. To raise one, use a new ID.");

    /// <summary>404: the barrier has no such answer.</summary>
    public static Refusal AnswerNotFound { get; } = Refusal.NotFound(
        "barrier.answer-not-found", "Answer not found", "Use the ID of the barrier’s latest answer.");

    /// <summary>403: only somebody who belongs to the group may speak for it.</summary>
    public static Refusal GroupOnly { get; } = Refusal.Forbidden(
        "barrier.group-only",
        "Only somebody who belongs to this group can speak for it",
        "Use a group that you belong to.");

    /// <summary>403: only a lead of the group that raised it, or a coordinator, may withdraw it.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "barrier.leads-only",
        "Only a lead of the group that raised this barrier, or a coordinator, can withdraw it",
        "Ask one of them to do it.");

    /// <summary>403: only a lead of the group that raised it lets anyone read it.</summary>
    public static Refusal SharedByLeads { get; } = Refusal.Forbidden(
        "barrier.shared-by-leads",
        "Only a lead of the group that raised this barrier can let anybody read it",
        "Ask a lead of the group to agree.");

    /// <summary>403: only groups whom it stands in the way of say whether an answer helped.</summary>
    public static Refusal NotInTheWay { get; } = Refusal.Forbidden(
        "barrier.not-in-the-way",
        "Only groups that this barrier stands in the way of can say whether the answer helped",
        "If it stands in your group’s way, say “us too” first.");

    /// <summary>409: the group raised it itself.</summary>
    public static Refusal Own { get; } = Refusal.Conflict(
        "barrier.own", "This group raised the barrier", "Only other groups say “us too”.");

    /// <summary>409: the ID was used for a different barrier.</summary>
    public static Refusal Differs { get; } = Refusal.Conflict(
        "barrier.differs", "This ID was used for a different barrier", "Raise another one with a new ID.");

    /// <summary>409: the ID was used for different words, which stay.</summary>
    public static Refusal WordsStay { get; } = Refusal.Conflict(
        "barrier.words-stay",
        "What a role has said stays as it is",
        "Add to it with a new ID.");

    /// <summary>409: who can read it has been said, and stays.</summary>
    public static Refusal ReadersStay { get; } = Refusal.Conflict(
        "barrier.readers-stay",
        "Who can read this barrier stays as it is",
        "Withdraw it, or raise another one.");

    /// <summary>409: the state of the barrier does not allow it.</summary>
    public static Refusal State { get; } = Refusal.Conflict(
        "barrier.state",
        "The barrier is not at that point",
        "It is raised, then heard, then answered. Groups then say whether the answer helped.");

    /// <summary>409: the limit has changed, so that nothing rests on it any more.</summary>
    public static Refusal LimitChanged { get; } = Refusal.Conflict(
        "barrier.limit-changed",
        "This limit has changed and is no longer in the way",
        "Answer without it, or name another limit.");

    /// <summary>422: an answer that something cannot be done names exactly one limit.</summary>
    public static Refusal NeedsLimit { get; } = Refusal.Invalid(
        "barrier.needs-limit",
        "An answer that something cannot be done names the limit that is in the way",
        "limitId",
        "Use the ID of one limit of this area. Claim the limit first if there is none.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("barrier.field", "Part of the barrier is not valid", field, detail);
}
