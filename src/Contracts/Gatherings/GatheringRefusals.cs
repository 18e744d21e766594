namespace PeerNet.Contracts.Gatherings;

/// <summary>Every refusal a gathering can give.</summary>
public static class GatheringRefusals
{
    /// <summary>404: no such gathering.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "gathering.not-found", "Gathering not found", "Check the ID. To plan one, use a new ID.");

    /// <summary>404: no such table, or it was laid after the question closed.</summary>
    public static Refusal TableNotFound { get; } = Refusal.NotFound(
        "gathering.table-not-found",
        "Table not found",
        "Check the ID. A table that was laid after the question closed was not asked.");

    /// <summary>404: no such question, or only keepers may see it yet.</summary>
    public static Refusal QuestionNotFound { get; } = Refusal.NotFound(
        "gathering.question-not-found", "Question not found", "Check the ID. Only keepers see a draft.");

    /// <summary>404: no such entry, or somebody else made it.</summary>
    public static Refusal TallyNotFound { get; } = Refusal.NotFound(
        "gathering.tally-not-found", "Entry not found", "Check the ID. You can read only what you entered yourself.");

    /// <summary>404: the gathering is not held by this group.</summary>
    public static Refusal GroupNotFound { get; } = Refusal.NotFound(
        "gathering.group-not-found", "This group is not one of the gathering’s", "Use one of the gathering’s groups.");

    /// <summary>404: no open gathering has a slip or a table with this code.</summary>
    public static Refusal UnknownCode { get; } = Refusal.NotFound(
        "gathering.unknown-code",
        "This code does not work",
        "Check each letter and number. It works while the gathering is on, on its day. If it is right, ask a keeper "
            + "for another.");

    /// <summary>403: only its keepers may do this.</summary>
    public static Refusal KeepersOnly { get; } = Refusal.Forbidden(
        "gathering.keepers-only", "Only a keeper of this gathering can do this", "Ask one of its keepers to do it.");

    /// <summary>403: only a lead may keep it for their group; they or a coordinator plan it.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "gathering.leads-only",
        "Only a lead of this group can keep a gathering for it",
        "Ask a lead of the group to do it.");

    /// <summary>422: one group, or the same twice; or too few keepers have accepted.</summary>
    public static Refusal NeedsTwoKeepers { get; } = Refusal.Invalid(
        "gathering.needs-two-keepers",
        "A gathering needs two keepers from two groups",
        detail: "Name at least two different groups. A lead of each accepts before it opens.");

    /// <summary>422: the question counts nothing.</summary>
    public static Refusal CountsNothing { get; } = Refusal.Invalid(
        "gathering.counts-nothing",
        "This question counts nothing",
        detail: "It has no sheet and no slips. Tables can write sentences, and groups can raise barriers.");

    /// <summary>422: a text would have no word left.</summary>
    public static Refusal NothingLeft { get; } = Refusal.Invalid(
        "gathering.nothing-left",
        "There would be nothing left to read",
        "words",
        "Take out the name alone. If a text is a name and nothing else, ask a coordinator.");

    /// <summary>409: somebody keeps it for this group.</summary>
    public static Refusal AlreadyKept { get; } = Refusal.Conflict(
        "gathering.already-kept",
        "Somebody keeps this gathering for the group",
        "Ask them to give it up first, if you want to do it instead.");

    /// <summary>409: nobody keeps one for two groups.</summary>
    public static Refusal AlreadyKeeper { get; } = Refusal.Conflict(
        "gathering.already-keeper",
        "You keep this gathering for another group",
        "Ask another lead of this group to keep it, so that there are two of you.");

    /// <summary>409: the state of the gathering does not allow it.</summary>
    public static Refusal State { get; } = Refusal.Conflict(
        "gathering.state",
        "The gathering is not at that point",
        "It is planned, then opened, then closed. Only one that is planned can be changed or cancelled.");

    /// <summary>409: the state of the question does not allow it.</summary>
    public static Refusal QuestionState { get; } = Refusal.Conflict(
        "gathering.question-state",
        "The question is not at that point",
        "Two keepers say that it is ready. Then it is opened, while the gathering is open, counted and closed.");

    /// <summary>409: the question is ready, and stays as it is.</summary>
    public static Refusal QuestionFixed { get; } = Refusal.Conflict(
        "gathering.question-fixed",
        "The question can no longer be changed",
        "Two keepers have said that it is ready. Ask another question with a new ID.");

    /// <summary>409: there is no result before the question is closed.</summary>
    public static Refusal StillOpen { get; } = Refusal.Conflict(
        "gathering.still-open",
        "There is no result yet",
        "Nobody sees a count before the question is closed, so that nobody follows the others.");

    /// <summary>409: another table is called the same.</summary>
    public static Refusal LabelTaken { get; } = Refusal.Conflict(
        "gathering.label-taken", "Another table has this animal", "Choose an animal that no table has.");

    /// <summary>409: somebody sits at the table, or something came from it.</summary>
    public static Refusal TableInUse { get; } = Refusal.Conflict(
        "gathering.table-in-use",
        "The table is in use",
        "A table is taken away if nobody sits at it, nothing was counted, answered or said there, and no question is "
            + "open or being counted. First say that 0 people sit at it.");

    /// <summary>409: the ID was used for a different entry, or by somebody else.</summary>
    public static Refusal TallyDiffers { get; } = Refusal.Conflict(
        "gathering.tally-differs",
        "This ID was used for a different entry",
        "An entry stays as it is. To correct it, make another that replaces it.");

    /// <summary>409: the question is not open to slips.</summary>
    public static Refusal NotOpen { get; } = Refusal.Conflict(
        "gathering.not-open",
        "The question is not open",
        "A slip answers while the question is open, and not afterwards.");

    /// <summary>409: this area keeps no keys for paper.</summary>
    public static Refusal NoPaper { get; } = Refusal.Conflict(
        "gathering.no-paper",
        "This area has no codes on paper",
        "Whoever runs it has not named a folder for their keys, or the keys are lost. Count hands instead.");

    /// <summary>409: as many slips were used as people sit at the table.</summary>
    public static Refusal TooManySlips(string table)
    {
        return Refusal.Conflict("gathering.too-many-slips", "As many slips were used as there are people")
            .Saying("Tell a keeper how many people sit at the {0} table. Then use the slip again.", table);
    }

    /// <summary>422: fewer people took part than have answered with slips.</summary>
    public static Refusal FewerThanVoted(string table)
    {
        return Refusal
            .Invalid("gathering.fewer-than-already-voted", "More people have answered with slips", "tookPart")
            .Saying("More people at the {0} table have used slips. Count them too: everybody raises a hand.", table);
    }

    /// <summary>422: more people sit at the table than it is to have.</summary>
    public static Refusal FewerThanCounted(string table, int counted)
    {
        return Refusal
            .Invalid("gathering.fewer-than-counted", "More people have been counted at this table", "present")
            .Saying("{0} were counted at the {1} table. Use at least that number.", $"{counted}", table);
    }

    /// <summary>422: a box of a table's sheet has more voices than there can be.</summary>
    public static Refusal MoreVoicesThanPeople(string field, string table, string box, int max)
    {
        return Refusal.Invalid("gathering.more-voices-than-people", "There are more voices than people", field).Saying(
            "On the sheet of the {0} table, check {1}: there can be at most {2}. Count again.", table, box, $"{max}");
    }

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string? detail = null) =>
        Refusal.Invalid("gathering.field", "Part of the gathering is not valid", field, detail);
}
