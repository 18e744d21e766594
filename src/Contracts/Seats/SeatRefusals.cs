namespace PeerNet.Contracts.Seats;

/// <summary>Every refusal a seat can give.</summary>
public static class SeatRefusals
{
    /// <summary>404: no such seat, or the caller may not see it.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "seat.not-found", "Seat not found", "Check the ID. You can see your own seats, and those in groups you lead.");

    /// <summary>422: nothing is sent to another area without consent.</summary>
    public static Refusal ConsentNeeded { get; } = Refusal.Invalid(
        "seat.consent-needed",
        "You need to give your consent first",
        "consent",
        "Set consent to true if the people of that group may see this name and your area.");

    /// <summary>422: the name to show is missing, too long or on more than one line.</summary>
    public static Refusal Name { get; } = Refusal.Invalid(
        "seat.name", "The name to show is not valid", "shownAs", SeatFields.ShownAs.Detail);

    /// <summary>422: the ID is not a random UUID.</summary>
    public static Refusal Token { get; } = Refusal.Invalid(
        "seat.token",
        "The ID of the seat is not valid",
        "seatId",
        "Use a random UUID (version 4), and a new one for each group.");

    /// <summary>422: the group is in the member's own area.</summary>
    public static Refusal AtHome { get; } = Refusal.Invalid(
        "seat.at-home", "That group is in your own area", "area", "Join the group instead. You do not need a seat.");

    /// <summary>409: the member already has a seat in this group, or has asked for one.</summary>
    public static Refusal Taken(SeatId seat)
    {
        return Refusal.Conflict("seat.taken", "You already have a seat in that group, or have asked for one")
            .Saying("The ID of the seat is {0}.", $"{seat}");
    }

    /// <summary>409: the member has the maximum number of seats, or of requests for them, in all areas.</summary>
    public static Refusal TooMany(int max)
    {
        return Refusal.Conflict("seat.too-many", "You have asked for too many seats")
            .Saying("A person can have up to {0} at a time. Give one up, or wait for an answer.", $"{max}");
    }

    /// <summary>409: people of the guest's area have the maximum number of seats in this group.</summary>
    public static Refusal TooManyOfArea(int max)
    {
        return Refusal
            .Conflict("seat.too-many-of-area", "Too many people from your area have asked this group for a seat")
            .Saying("One area can have up to {0} at a time. Try again later, or find another group.", $"{max}");
    }

    /// <summary>409: the ID was used for a different request.</summary>
    public static Refusal Differs { get; } = Refusal.Conflict(
        "seat.differs",
        "This ID was used to ask for a different seat",
        "It was for another group, another name or another person. Ask again with a new ID.");

    /// <summary>409: a seat that has ended cannot be used again.</summary>
    public static Refusal Over { get; } = Refusal.Conflict(
        "seat.over", "This seat has ended", "Ask again with a new ID.");

    /// <summary>409: the group has not opened this meeting to guests of the member's group.</summary>
    public static Refusal NotOpen { get; } = Refusal.Conflict(
        "seat.not-open",
        "That meeting is not open to people from your group",
        "Guests can come only to a meeting that a connected group has opened to them. It may have changed.");
}
