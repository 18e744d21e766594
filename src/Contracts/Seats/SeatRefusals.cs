namespace PeerNet.Contracts.Seats;

/// <summary>Every reason a seat says no.</summary>
public static class SeatRefusals
{
    /// <summary>404: no such seat, or somebody else's.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound("seat.not-found", "There is no such seat");

    /// <summary>422: nothing is sent to another area without consent.</summary>
    public static Refusal ConsentNeeded { get; } = Refusal.Invalid("seat.consent-needed", "Say that this name and your area may be shown to the people of that group", "consent");

    /// <summary>422: the name cannot be.</summary>
    public static Refusal Name { get; } = Refusal.Invalid("seat.name", "The name shown there is 1 to 60 characters on one line", "shownAs");

    /// <summary>422: the token is not random.</summary>
    public static Refusal Token { get; } = Refusal.Invalid("seat.token", "The id of a seat is a random UUID (version 4), another one for each group", "seatId");

    /// <summary>422: groups at home are joined directly.</summary>
    public static Refusal AtHome { get; } = Refusal.Invalid("seat.at-home", "That group is of your own area; join it there", "area");

    /// <summary>409: one seat is enough.</summary>
    public static Refusal Taken(SeatId seat) => Refusal.Conflict("seat.taken", "You have asked for a seat in that group already", $"The seat is {seat}.");

    /// <summary>409: the same id was used for something else; ask under a new one.</summary>
    public static Refusal Differs { get; } = Refusal.Conflict("seat.differs", "That seat is for another group or another name; ask under a new id");

    /// <summary>409: a seat that was given up stays so.</summary>
    public static Refusal Over { get; } = Refusal.Conflict("seat.over", "That seat has ended; ask under a new id");

    /// <summary>409: the group has no open meeting for guests of that group.</summary>
    public static Refusal NotOpen { get; } = Refusal.Conflict("seat.not-open", "That meeting is not open to people of your group");
}
