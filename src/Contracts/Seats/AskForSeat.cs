using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Seats;

/// <summary>The body of PUT members/me/seats/{seatId}: asks a group of another area for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.ask-for-seat")]
public sealed record AskForSeat
{
    /// <summary>The group's area.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>The group.</summary>
    [Id(1)] public required GroupId GroupId { get; init; }

    /// <summary>The name they want to be called there, 1 to 60 characters; any name will do.</summary>
    [Id(2)] public required string ShownAs { get; init; }

    /// <summary>
    /// True: I agree that this name and my area are shown to the people of that group. Nothing is sent without it.
    /// </summary>
    [Id(3)] public required bool Consent { get; init; }

    /// <summary>My own group, when I come as a guest of it to one meeting of a group connected with mine.</summary>
    [Id(4)] public GroupId? GuestOf { get; init; }

    /// <summary>That meeting.</summary>
    [Id(5)] public MeetingId? MeetingId { get; init; }
}
