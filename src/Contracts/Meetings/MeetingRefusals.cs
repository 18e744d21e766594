namespace PeerNet.Contracts.Meetings;

/// <summary>Every reason a meeting says no.</summary>
public static class MeetingRefusals
{
    /// <summary>404: no such meeting, or none the caller may see.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound("meeting.not-found", "There is no such meeting in this area that you may see");

    /// <summary>409: the id is taken by a meeting of another group.</summary>
    public static Refusal OtherGroup { get; } = Refusal.Conflict("meeting.other-group", "This id belongs to a meeting of another group");

    /// <summary>409: logged before, with other content.</summary>
    public static Refusal AlreadyRecorded { get; } = Refusal.Conflict("meeting.already-recorded", "This meeting is logged already, with other content", "Correct it with PUT corrections/{id}, or mark one person at a time.");

    /// <summary>409: it has been held, so it cannot be planned or cancelled.</summary>
    public static Refusal AlreadyHeld { get; } = Refusal.Conflict("meeting.already-held", "This meeting is logged already");

    /// <summary>409: it was called off.</summary>
    public static Refusal Cancelled { get; } = Refusal.Conflict("meeting.cancelled", "This meeting was cancelled", "Take the cancellation back with DELETE cancellation if it was held after all.");

    /// <summary>409: nothing is logged that could be corrected.</summary>
    public static Refusal NotLogged { get; } = Refusal.Conflict("meeting.not-logged", "This meeting is not logged yet");

    /// <summary>409: marked as not having happened.</summary>
    public static Refusal NotHeld { get; } = Refusal.Conflict("meeting.not-held", "This meeting is logged as not having happened", "Correct it with PUT corrections/{id}.");

    /// <summary>409: a correction of that id says something else.</summary>
    public static Refusal CorrectionDiffers { get; } = Refusal.Conflict("meeting.correction-differs", "There is a correction of this id with other content");

    /// <summary>409: this person already counts by name.</summary>
    public static Refusal AlreadyNamed { get; } = Refusal.Conflict("meeting.already-named", "This person is counted by name already");

    /// <summary>409: nobody of that kind is left without a name.</summary>
    public static Refusal NobodyToName { get; } = Refusal.Conflict("meeting.nobody-to-name", "Nobody of that kind is left without a name");

    /// <summary>422: more have been named than would have been counted.</summary>
    public static Refusal FewerThanNamed { get; } = Refusal.Invalid("meeting.fewer-than-named", "More people of that kind have been given a name since than this counts", "unnamed");

    /// <summary>422: the same person with two marks.</summary>
    public static Refusal MarkedTwice { get; } = Refusal.Invalid("meeting.marked-twice", "Somebody is marked twice", "present");

    /// <summary>422: someone who is nobody of this area.</summary>
    public static Refusal PersonUnknown(string ids) => Refusal.Invalid("meeting.person-unknown", "Somebody marked is not known in this area", "memberId", ids);

    /// <summary>422: it has not been yet.</summary>
    public static Refusal NotYet { get; } = Refusal.Invalid("meeting.not-yet", "A meeting is logged on its day or later", "heldOn");

    /// <summary>422: the clocks go forward over that time.</summary>
    public static Refusal NoSuchTime { get; } = Refusal.Invalid("meeting.no-such-time", "There is no such time on that day: the clocks go forward", "startsAt");

    /// <summary>422: a day outside what a log can be about.</summary>
    public static Refusal Day(string detail) => Refusal.Invalid("meeting.day", "That day cannot be", "heldOn", detail);

    /// <summary>422: a number of people that cannot be.</summary>
    public static Refusal Count(string field) => Refusal.Invalid("meeting.count", "A number of people is from 0 to 1,000", field);

    /// <summary>422: too long a text.</summary>
    public static Refusal Text(string field, int most) => Refusal.Invalid("meeting.text", "That text is too long or missing", field, $"1 to {most} characters.");

    /// <summary>422: did not happen, and yet people are marked or counted.</summary>
    public static Refusal NotHeldWithPeople { get; } = Refusal.Invalid("meeting.not-held-with-people", "A meeting that did not happen has nobody marked or counted", "didNotHappen");

    /// <summary>422: more entries than one meeting can carry.</summary>
    public static Refusal TooMuch { get; } = Refusal.Invalid("meeting.too-much", "One meeting has up to 500 people and 1,000 entries");
}
