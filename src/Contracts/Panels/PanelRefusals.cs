namespace PeerNet.Contracts.Panels;

/// <summary>Every refusal a panel can give.</summary>
public static class PanelRefusals
{
    /// <summary>404: no such panel, or the caller leads none of its groups.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "panel.not-found", "Panel not found", "Check the ID. Only leads of its groups see a panel.");

    /// <summary>404: the panel has no candidate with this letter.</summary>
    public static Refusal CandidateNotFound { get; } = Refusal.NotFound(
        "panel.candidate-not-found", "This panel has no such candidate", "Use the letter of one of its candidates.");

    /// <summary>404: nobody has entered a sheet for this candidate.</summary>
    public static Refusal SheetNotFound { get; } = Refusal.NotFound(
        "panel.sheet-not-found", "There is no sheet yet", "Enter the sheet for this candidate.");

    /// <summary>403: only a lead sets up a panel for their group.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "panel.leads-only",
        "Only a lead can set up a panel for their group",
        "Put a group that you lead at the top of the list, or ask its lead to do it.");

    /// <summary>403: only a lead of the group that set it up ends it.</summary>
    public static Refusal NotYoursToEnd { get; } = Refusal.Forbidden(
        "panel.not-yours-to-end",
        "Only a lead of the group that set up the panel can end it",
        "Ask a lead of that group, the first of its groups. It is deleted automatically six months after its day.");

    /// <summary>409: the questions are agreed, and all that was set up stays as it is.</summary>
    public static Refusal Fixed { get; } = Refusal.Conflict(
        "panel.fixed",
        "The questions are agreed and stay as they are",
        "Every candidate is asked the same. To ask other questions, set up another panel.");

    /// <summary>409: there are no sheets before the questions are agreed.</summary>
    public static Refusal NotAgreed { get; } = Refusal.Conflict(
        "panel.not-agreed",
        "The questions are not agreed yet",
        "Agree on the questions first. Every candidate is asked the same.");

    /// <summary>410: the panel existed, and all of it is gone.</summary>
    public static Refusal Gone { get; } = new(
        RefusalKind.Gone, "panel.gone", "This panel is over and all of it has been "
            + "deleted", "The ID cannot be used again.");

    /// <summary>422: the sheet leaves out a question, has one twice or has another one.</summary>
    public static Refusal OtherQuestions { get; } = Refusal.Invalid(
        "panel.other-questions",
        "The questions differ from those of the panel",
        "answers",
        "Every candidate is asked the same. Give the thumbs for each question of the panel, each once.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("panel.field", "Part of the panel is not valid", field, detail);
}
