using System.Globalization;

namespace PeerNet.Contracts.Meetings;

/// <summary>Every refusal a meeting can give.</summary>
public static class MeetingRefusals
{
    /// <summary>404: no such meeting, or the caller may not see it.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "meeting.not-found",
        "Meeting not found",
        "Check the ID. For a meeting of a series, use the ID from the group’s list of meetings.");

    /// <summary>409: the ID belongs to a meeting of another group.</summary>
    public static Refusal OtherGroup { get; } = Refusal.Conflict(
        "meeting.other-group", "This ID belongs to a meeting of another group", "Use a new ID, or check the group.");

    /// <summary>409: the meeting was logged earlier, with different content.</summary>
    public static Refusal AlreadyRecorded { get; } = Refusal.Conflict(
        "meeting.already-recorded",
        "This meeting is already logged, with different details",
        "To change it, send a correction with PUT corrections/{id}, or mark one person at a time.");

    /// <summary>409: a logged meeting can no longer be planned, moved or cancelled.</summary>
    public static Refusal AlreadyHeld { get; } = Refusal.Conflict(
        "meeting.already-held",
        "This meeting is already logged",
        "You can no longer plan, move or cancel it. Correct the record instead.");

    /// <summary>409: the meeting was cancelled.</summary>
    public static Refusal Cancelled { get; } = Refusal.Conflict(
        "meeting.cancelled",
        "This meeting was cancelled",
        "If it went ahead after all, reinstate it first with DELETE cancellation.");

    /// <summary>409: a cancelled meeting of a series that does not plan it any more.</summary>
    public static Refusal NoLongerPlanned { get; } = Refusal.Conflict(
        "meeting.no-longer-planned",
        "The group does not plan this meeting any more",
        "Its series has changed, is paused or has ended. Plan another meeting for that day instead.");

    /// <summary>409: the group logged another meeting for the same day and start.</summary>
    public static Refusal EveningLogged(MeetingId first)
    {
        return Refusal.Conflict("meeting.evening-logged", "This evening is already logged as another meeting")
            .Saying("It is meeting {0}. Correct that one, or check the day and the start.", $"{first}");
    }

    /// <summary>409: the meeting has started, so intentions no longer matter.</summary>
    public static Refusal Begun { get; } = Refusal.Conflict(
        "meeting.begun", "This meeting has already started", "Say who came with PUT attendance/{memberId} instead.");

    /// <summary>409: there is no record to correct yet.</summary>
    public static Refusal NotLogged { get; } = Refusal.Conflict(
        "meeting.not-logged", "This meeting is not logged yet", "Log it first. Then you can correct it.");

    /// <summary>409: nobody can be marked or counted at a meeting that did not happen.</summary>
    public static Refusal NotHeld { get; } = Refusal.Conflict(
        "meeting.not-held",
        "This meeting is logged as not having happened",
        "To mark or count people, first correct the record with PUT corrections/{id}.");

    /// <summary>409: a correction with this ID has different content.</summary>
    public static Refusal CorrectionDiffers { get; } = Refusal.Conflict(
        "meeting.correction-differs",
        "A correction with this ID already exists, with different details",
        "Send your correction with a new ID.");

    /// <summary>409: the person already counts by name, so cannot also be one of the unnamed.</summary>
    public static Refusal AlreadyNamed { get; } = Refusal.Conflict(
        "meeting.already-named", "This person is already counted by name", "Mark them without countedAs.");

    /// <summary>409: everyone counted under this kind has been named.</summary>
    public static Refusal NobodyToName { get; } = Refusal.Conflict(
        "meeting.nobody-to-name",
        "There is nobody of that kind left to name",
        "Correct the count, or mark the person without countedAs.");

    /// <summary>422: the count is below the number of people named since.</summary>
    public static Refusal FewerThanNamed { get; } = Refusal.Invalid(
        "meeting.fewer-than-named",
        "The count is lower than the number of people already named",
        "unnamed",
        "Count everyone who came without a name, including those who have been named since.");

    /// <summary>422: one person has two marks.</summary>
    public static Refusal MarkedTwice(string field)
    {
        return Refusal.Invalid(
            "meeting.marked-twice", "A person is marked more than once", field, "Give each person one mark.");
    }

    /// <summary>
    /// 422: some of the people are not of the group, whether or not the area knows them; the detail lists their IDs.
    /// </summary>
    public static Refusal PersonUnknown(string ids)
    {
        return Refusal.Invalid("meeting.person-unknown", "Some of these people do not belong to the group")
            .Saying("Check these IDs, or count the people without a name: {0}.", ids);
    }

    /// <summary>409: nobody at the meeting is logged by that word, or somebody has claimed it.</summary>
    public static Refusal NoSuchWord { get; } = Refusal.Conflict(
        "meeting.no-such-word",
        "Nobody at this meeting is known by that word",
        "Use one of the words that the meeting has now, with the mark present. Somebody may have claimed it already.");

    /// <summary>422: a meeting cannot be logged before its day.</summary>
    public static Refusal NotYet(string? field = null)
    {
        return Refusal.Invalid(
            "meeting.not-yet",
            "This meeting is in the future",
            field,
            "Log it on the day or later, or check the date. Until it starts, say who plans to come with PUT "
                + "intentions.");
    }

    /// <summary>422: the clocks go forward over this local time.</summary>
    public static Refusal NoSuchTime { get; } = Refusal.Invalid(
        "meeting.no-such-time",
        "There is no such time on that day because the clocks go forward",
        "startsAt",
        "Choose a time before or after the missing hour.");

    /// <summary>422: the day is outside the range a log accepts.</summary>
    public static Refusal Day(string detail) =>
        Refusal.Invalid("meeting.day", "The day is not valid", "heldOn", detail);

    /// <summary>422: a length is out of range.</summary>
    public static Refusal Minutes { get; } =
        Refusal.Invalid("meeting.minutes", "The length is not valid", "minutes", MeetingFields.MinutesDetail);

    /// <summary>422: a head count is out of range.</summary>
    public static Refusal Count(string field)
    {
        return Refusal.Invalid(
            "meeting.count",
            "The number of people is not valid",
            field,
            string.Create(
                CultureInfo.InvariantCulture, $"Use a whole number from 0 to {MeetingFields.MaxUnnamed:N0}."));
    }

    /// <summary>422: a text is missing, is too long or contains control characters.</summary>
    public static Refusal Text(string field, string detail) =>
        Refusal.Invalid("meeting.text", "The text is not valid", field, detail);

    /// <summary>422: people are marked or counted at a meeting that did not happen.</summary>
    public static Refusal NotHeldWithPeople { get; } = Refusal.Invalid(
        "meeting.not-held-with-people",
        "Nobody can be marked or counted at a meeting that did not happen",
        "didNotHappen",
        "Remove either the reason or the people.");

    /// <summary>422: more entries than one meeting can hold.</summary>
    public static Refusal TooMuch { get; } = Refusal.Invalid(
        "meeting.too-much",
        "This meeting has too many people or entries",
        detail: string.Create(
            CultureInfo.InvariantCulture,
            $"A meeting has room for {MeetingFields.MaxPeople} people and {MeetingFields.MaxEntries:N0} entries. "
                + $"People can mark themselves {MeetingFields.MaxOwnMarks} times; a lead can change a mark again."));
}
