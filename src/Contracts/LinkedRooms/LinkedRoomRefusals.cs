namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Every refusal a linked gathering can give.</summary>
public static class LinkedRoomRefusals
{
    /// <summary>404: the gathering is not linked with one of another area.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "linked-room.not-found",
        "This gathering is not held in other areas",
        "Check the ID. A keeper asks other areas to hold it too.");

    /// <summary>404: the question is not one that all areas ask.</summary>
    public static Refusal NotShared { get; } = Refusal.NotFound(
        "linked-room.not-shared",
        "This question is not shared with other areas",
        "Check the ID. A keeper in the area that asked the others shares a question.");

    /// <summary>403: only leads and coordinators answer for their area.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "linked-room.leads-only",
        "Only somebody who leads a group can do this",
        "Ask a lead of a group, or a coordinator of the area, to do it.");

    /// <summary>409: another area asked the others, and only its keepers do this.</summary>
    public static Refusal NotTheHost { get; } = Refusal.Conflict(
        "linked-room.not-the-host",
        "Another area asked the others",
        "Its keepers ask areas, share questions and have counts added up. Ask them to do it.");

    /// <summary>409: three areas are part of it.</summary>
    public static Refusal Full { get; } = Refusal.Conflict(
        "linked-room.full",
        "Only three areas can take part",
        "If one of them declines, another can be asked.");

    /// <summary>409: the area that asks waits for answers to as many others as it may.</summary>
    public static Refusal TooManyAsked { get; } = Refusal.Conflict(
        "linked-room.too-many-asked",
        $"This area has not answered {LinkedRoomFields.MaxAsked} others",
        "Wait until it has answered, or one of those days has passed.");

    /// <summary>409: our own gathering is on another day.</summary>
    public static Refusal AnotherDay { get; } = Refusal.Conflict(
        "linked-room.another-day",
        "Our gathering is on another day",
        "Plan it for the day on which the other area holds it.");

    /// <summary>409: the area that asked has cancelled its gathering.</summary>
    public static Refusal Cancelled { get; } = Refusal.Conflict(
        "linked-room.cancelled",
        "The other area has cancelled its gathering",
        "Hold our own gathering by itself, or cancel it too.");

    /// <summary>409: this area takes part.</summary>
    public static Refusal Joined { get; } = Refusal.Conflict(
        "linked-room.joined",
        "This area takes part already",
        "Cancel our own gathering, if it does not take place here.");

    /// <summary>409: a gathering that is over cannot be linked, and neither can its questions.</summary>
    public static Refusal Over { get; } = Refusal.Conflict(
        "linked-room.over",
        "The gathering is over",
        "Areas join, and share questions, before it is over.");

    /// <summary>409: the question can still be changed, is over, or has no counts.</summary>
    public static Refusal CannotBeShared { get; } = Refusal.Conflict(
        "linked-room.cannot-be-shared",
        "This question cannot be shared now",
        "Share a question with counts, once two keepers have said that it is ready and before hands are down.");

    /// <summary>409: two of its options are alike, since words were taken out.</summary>
    public static Refusal OptionsAlike { get; } = Refusal.Conflict(
        "linked-room.options-alike",
        "Two options of this question say the same",
        "Words were taken out of them. Ask another question, and share that.");

    /// <summary>409: an area that is waited for has not handed in its count.</summary>
    public static Refusal NotHandedIn { get; } = Refusal.Conflict(
        "linked-room.not-handed-in",
        "Not every area has handed in its count",
        "Wait for it, or go on without that area.");

    /// <summary>409: the counts have not been added up.</summary>
    public static Refusal NotAddedUp { get; } = Refusal.Conflict(
        "linked-room.not-added-up",
        "The counts have not been added up yet",
        "A keeper in the area that asked the others has them added up, once each area has handed in its count.");

    /// <summary>409: the counts were added up otherwise, for good.</summary>
    public static Refusal AddedUp { get; } = Refusal.Conflict(
        "linked-room.added-up",
        "The counts have been added up",
        "That is final. Adding up once more, with other areas, could show what one area said.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("linked-room.field", "Part of the linked gathering is not valid", field, detail);
}
