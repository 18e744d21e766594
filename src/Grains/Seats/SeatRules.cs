using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Seats;

/// <summary>Which seats can be asked for. The name itself never stands in a refusal.</summary>
internal static class SeatRules
{
    private const int LongestName = 60;

    /// <summary>The first thing in an asking that cannot be, or null.</summary>
    public static Refusal? Check(SeatId id, AskForSeat request, AreaId home, MemberId member, MemberStanding standing)
    {
        if (!id.IsRandom || id.Value == member.Value) return SeatRefusals.Token;
        if (!request.Consent) return SeatRefusals.ConsentNeeded;
        if (!IsName(request.ShownAs)) return SeatRefusals.Name;
        if (request.Area == home) return SeatRefusals.AtHome;
        if (request.GuestOf is null != request.MeetingId is null) return SeatRefusals.NotOpen;
        if (request.GuestOf is { } mine && !standing.Groups.Contains(mine)) return SeatRefusals.NotOpen;
        if (standing.Seats.FirstOrDefault(seat => seat.SeatId != id && IsThat(seat, request)) is { } taken)
            return SeatRefusals.Taken(taken.SeatId);
        return null;
    }

    /// <summary>
    /// Whether it can be a name; asked again where a letter brings one, for the other area may not have looked.
    /// </summary>
    public static bool IsName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(IsBreak);

    private static bool IsThat(SeatPart seat, AskForSeat request) =>
        (seat.Area, seat.GroupId, seat.MeetingId) == (request.Area, request.GroupId, request.MeetingId);

    private static bool IsBreak(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
