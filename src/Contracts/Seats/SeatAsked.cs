using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Seats;

/// <summary>Home to group: a request for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-asked")]
public sealed record SeatAsked : SeatLetter
{
    /// <summary>The name they want to be called there.</summary>
    [Id(0)] public required string ShownAs { get; init; }

    /// <summary>The group of the sending area whose guest they are, for one meeting.</summary>
    [Id(1)] public GroupId? GuestOf { get; init; }

    /// <summary>That meeting.</summary>
    [Id(2)] public MeetingId? Meeting { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToGroup;

    private protected override string Words() => $"seatAsked/{Seat}";
}
