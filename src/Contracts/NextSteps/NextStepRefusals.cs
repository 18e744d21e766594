namespace PeerNet.Contracts.NextSteps;

/// <summary>Every refusal a next step can give.</summary>
public static class NextStepRefusals
{
    /// <summary>404: no such next step.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "next-step.not-found", "Next step not found", "Check the ID. To write one down, use a new ID.");

    /// <summary>
    /// 403: only people of a group may say something for it, and only of a group that the step names.
    /// </summary>
    public static Refusal GroupsOnly { get; } = Refusal.Forbidden(
        "next-step.groups-only",
        "Only people of a group that this step is about can do this for the group",
        "Use one of your own groups that owns the step, that it is for, or that wrote it down.");

    /// <summary>403: only a lead of the group may do this for it.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "next-step.leads-only", "Only a lead of the group can do this for it", "Ask a lead of the group to do it.");

    /// <summary>403: its owner does not say whether it was kept.</summary>
    public static Refusal OwnVoice { get; } = Refusal.Forbidden(
        "next-step.own-voice",
        "Another group says whether this step was kept",
        "Whoever leads the group that did it says that it is done. A group that it was for says that it was kept.");

    /// <summary>403: only somebody who belongs to the group may say that it likes a step.</summary>
    public static Refusal OwnGroupsOnly { get; } = Refusal.Forbidden(
        "next-step.own-groups-only",
        "Only somebody who belongs to this group can say that it likes the step",
        "Use a group that you belong to.");

    /// <summary>409: the group wrote it down itself.</summary>
    public static Refusal Own { get; } = Refusal.Conflict(
        "next-step.own", "This group wrote the step down", "Only other groups say that they like it.");

    /// <summary>409: another group, or a role, is asked to take it on.</summary>
    public static Refusal AskedOfAnother { get; } = Refusal.Conflict(
        "next-step.asked-of-another",
        "Somebody else is asked to take this step on",
        "Ask the group that wrote it down to change it, if your group will do it instead.");

    /// <summary>409: the state of the next step does not allow it.</summary>
    public static Refusal State { get; } = Refusal.Conflict(
        "next-step.state",
        "The next step is not at that point",
        "It is a wish, then taken on, then done, then kept. Once a group has taken it on, what it says stays.");

    /// <summary>409: the ID was used for different news.</summary>
    public static Refusal NewsDiffers { get; } = Refusal.Conflict(
        "next-step.news-differs", "This ID was used for different news", "Tell it again with a new ID.");

    /// <summary>422: nobody but its owner could say whether it was kept.</summary>
    public static Refusal NeedsAnotherVoice { get; } = Refusal.Invalid(
        "next-step.needs-another-voice",
        "A next step is for at least one group that does not own it",
        detail: "Name another group that it is for. That group says whether it was kept.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("next-step.field", "Part of the next step is not valid", field, detail);
}
