namespace PeerNet.Contracts.SupportOffers;

/// <summary>Every refusal an offer can give.</summary>
public static class SupportOfferRefusals
{
    /// <summary>404: no such offer, or the caller may not see it or change it.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "support-offer.not-found", "Offer not found",
        "Check the ID. You can see your own offers, those you have taken up, and those that are open to you.");

    /// <summary>404: no such match, or it has ended, or it is not the caller's.</summary>
    public static Refusal MatchNotFound { get; } = Refusal.NotFound(
        "support-offer.match-not-found", "Match not found", "Check the ID. It may have ended.");

    /// <summary>409: whatever the reason, which would show what other people did.</summary>
    public static Refusal NotOpen { get; } = Refusal.Conflict(
        "support-offer.not-open", "This offer is no longer open",
        "It may have been taken up, paused or withdrawn, or its last day may have passed. Look for another one.");

    /// <summary>409: nobody takes up their own offer.</summary>
    public static Refusal Own { get; } = Refusal.Conflict(
        "support-offer.own", "You cannot take up your own offer",
        "You made it, or you lead the group that it is made for.");

    /// <summary>409: the caller has a match of this offer that has not ended.</summary>
    public static Refusal AlreadyTakenUp { get; } = Refusal.Conflict(
        "support-offer.already-taken-up", "You have already taken this up",
        "You can take it up again when that match is done or has ended.");

    /// <summary>409: the match's ID was used, and that match has ended or was different.</summary>
    public static Refusal MatchOver { get; } = Refusal.Conflict(
        "support-offer.match-over", "This match is over", "Take the offer up again with a new ID.");

    /// <summary>409: the state of the match does not allow it.</summary>
    public static Refusal MatchState { get; } = Refusal.Conflict(
        "support-offer.match-state", "The match is not at that point",
        "Both sides agree first, then arrange when and where, then say how it went. A no cannot be changed later.");

    /// <summary>409: in the month of that day, as much is arranged as the offer allows.</summary>
    public static Refusal MonthFull { get; } = Refusal.Conflict(
        "support-offer.month-full", "There is no more room in that month", "Arrange it for another month.");

    /// <summary>409: a withdrawn offer cannot be used again.</summary>
    public static Refusal Withdrawn { get; } = Refusal.Conflict(
        "support-offer.withdrawn", "This offer has been withdrawn", "Make another with a new ID.");

    /// <summary>422: a field is not valid.</summary>
    public static Refusal Invalid(string field, string detail) =>
        Refusal.Invalid("support-offer.field", "Part of the offer is not valid", field, detail);
}
