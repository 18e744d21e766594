namespace PeerNet.Contracts.Sentences;

/// <summary>Every refusal a sentence can give.</summary>
public static class SentenceRefusals
{
    /// <summary>404: no such sentence, or only keepers may see it yet.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "sentence.not-found", "Sentence not found", "Check the ID. Only keepers see a draft.");

    /// <summary>409: sentences are written, joined and withdrawn while the gathering is open.</summary>
    public static Refusal NotOpen { get; } = Refusal.Conflict(
        "sentence.not-open",
        "The gathering is not open",
        "Sentences are written, joined and withdrawn between its opening and its closing.");

    /// <summary>409: people can vote on it, so it stays as it is.</summary>
    public static Refusal Frozen { get; } = Refusal.Conflict(
        "sentence.frozen",
        "The sentence can no longer be changed",
        "People can vote on it, and a voice never moves to another text. Write another sentence, or join this one.");

    /// <summary>409: it is withdrawn.</summary>
    public static Refusal Withdrawn { get; } = Refusal.Conflict(
        "sentence.withdrawn", "The sentence is withdrawn", "Write another with a new ID.");

    /// <summary>409: the room is asked about it, so no keeper withdraws it.</summary>
    public static Refusal Asked { get; } = Refusal.Conflict(
        "sentence.asked",
        "The room is asked about the sentence",
        "Two keepers have said that the question is ready. From then on everybody decides whether it stands.");

    /// <summary>409: a table that it comes from has not agreed.</summary>
    public static Refusal NeedsEveryTable { get; } = Refusal.Conflict(
        "sentence.needs-every-table",
        "A table that the sentence comes from has not agreed to it",
        "Read it back to each of those tables. A keeper says their yes once they have agreed aloud.");

    /// <summary>409: the table has heard another text than there is now.</summary>
    public static Refusal OtherText { get; } = Refusal.Conflict(
        "sentence.other-text",
        "The sentence says something else now",
        "Read it back to the table as it is now. If they agree to that, send its text.");

    /// <summary>409: the table has said as many of a kind as it may.</summary>
    public static Refusal TableFull(SentenceKind kind)
    {
        return Refusal.Conflict("sentence.table-full", "The table has said as many of this kind as it may").Saying(
            kind switch
            {
                SentenceKind.Word => "A table says up to {0} words. Withdraw one of them first, or change one.",
                SentenceKind.Sentence => "A table says up to {0} sentences. Withdraw one of them first, or change one.",
                SentenceKind.Definition =>
                    "A table says up to {0} definitions. Withdraw one of them first, or change one.",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            $"{SentenceFields.MaxOfTable(kind)}");
    }

    /// <summary>422: it would be joined from itself.</summary>
    public static Refusal Cycle { get; } = Refusal.Invalid(
        "sentence.cycle",
        "A sentence cannot be joined from itself",
        "from",
        "Leave out the sentence itself and every one that was joined from it.");

    /// <summary>422: what it is joined from is not there, is withdrawn, or can still be changed.</summary>
    public static Refusal NotVotable { get; } = Refusal.Invalid(
        "sentence.not-votable",
        "Only sentences that people can vote on are joined",
        "from",
        SentenceFields.FromDetail);

    /// <summary>422: no word would be left.</summary>
    public static Refusal NothingLeft { get; } = Refusal.Invalid(
        "sentence.nothing-left",
        "There would be nothing left to read",
        "words",
        "Take out the name alone. If nothing else is in the sentence, ask a coordinator.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("sentence.field", "Part of the sentence is not valid", field, detail);
}
