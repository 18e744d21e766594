using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Seats;

/// <summary>Validates requests for a seat. Refusals never contain the name itself.</summary>
internal static class SeatRules
{
    /// <summary>How many seats one member can have, or have asked for, in all areas.</summary>
    private const int MaxSeats = 50;

    /// <summary>Returns the first reason to refuse a request, or null.</summary>
    public static Refusal? Check(SeatId id, AskForSeat request, AreaId home, MemberId member, MemberStanding standing)
    {
        if (!id.IsRandom || id.Value == member.Value) return SeatRefusals.Token;
        if (!request.Consent) return SeatRefusals.ConsentNeeded;
        if (!IsName(request.ShownAs)) return SeatRefusals.Name;
        if (request.Area == home) return SeatRefusals.AtHome;
        if (request.GuestOf is null != request.MeetingId is null) return SeatRefusals.NotOpen;
        if (request.GuestOf is { } mine && !standing.Groups.Contains(mine)) return SeatRefusals.NotOpen;
        if (standing.Seats.Length >= MaxSeats) return SeatRefusals.TooMany(MaxSeats);
        return null;
    }

    /// <summary>
    /// Whether the name is valid. Checked again when a letter arrives, because the other area may not have checked it.
    /// </summary>
    public static bool IsName(string? name) => name is not null && SeatFields.ShownAs.Allows(name);
}
