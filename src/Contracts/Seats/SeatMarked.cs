using System.Text.Json.Serialization;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Seats;

/// <summary>Group to home: what was marked for a guest, for their own history.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-marked")]
public sealed record SeatMarked : SeatLetter
{
    /// <summary>The meeting.</summary>
    [Id(0)] public required MeetingId Meeting { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(1)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local time it started.</summary>
    [Id(2)] public required TimeOnly StartsAt { get; init; }

    /// <summary>The mark.</summary>
    [Id(3)] public required Mark Mark { get; init; }

    /// <summary>
    /// Increases with every letter this meeting sends about its guests; the higher of two is the later.
    /// </summary>
    [Id(4), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToSeat;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is SeatMarked marked && marked.Seat == Seat && marked.Meeting == Meeting;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"seatMarked/{Seat}/{Meeting}/{Version}";
}
