using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Seats;

/// <summary>How pages speak about seats, in English; keys of the translations.</summary>
internal static class SeatWords
{
    /// <summary>Whether the request was sent before for something else, so that it needs another token.</summary>
    public static bool IsUsed(Refusal refusal) =>
        refusal.Code == SeatRefusals.Over.Code || refusal.Code == SeatRefusals.Differs.Code;

    /// <summary>What a person can do about a request that was refused.</summary>
    public static Sentence Of(Refusal refusal)
    {
        if (refusal.Field == "consent") return "Tick the box if the people of this group may see this name.";
        if (refusal.Field == "shownAs") return "Enter the name you want to be called there, up to 60 characters.";
        return IsUsed(refusal) ? FormErrors.SentBefore : refusal.Says();
    }

    /// <summary>The same, at the question it is about.</summary>
    public static FormErrors ErrorsOf(Refusal refusal) =>
        [new(refusal.Field is "consent" ? "consent" : "shownAs", Of(refusal))];

    /// <summary>How far a person's own seat is.</summary>
    public static string Of(HomeSeat seat) => seat.State switch
    {
        SeatState.Asked => "You have asked to come. The group has not answered yet.",
        SeatState.Seated when seat.MeetingId is not null => "You have a place at one of its meetings.",
        SeatState.Seated => "You have a place in this group.",
        SeatState.Declined => "The group could not offer you a place this time.",
        SeatState.Ended => "Your place in this group has ended.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why the group's area has said no by itself.</summary>
    public static string WhyDeclined(string? code) => code switch
    {
        "group.by-invitation" => "The group invites people itself.",
        "group.closed" or "group.not-found" => "The group has closed.",
        "group.needs-lead" => "Nobody runs the group at the moment.",
        _ => "The group could not offer you a place this time.",
    };
}
