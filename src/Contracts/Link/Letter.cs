using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Link;

/// <summary>A message from one area to another: kept in the record of the change that caused it, delivered at least once, applied once, acknowledged. These kinds cross and no other; a golden file names each field.</summary>
[GenerateSerializer, Immutable, Alias("peernet.letter")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SeatAsked), "seatAsked")]
[JsonDerivedType(typeof(SeatAnswered), "seatAnswered")]
[JsonDerivedType(typeof(SeatLeft), "seatLeft")]
[JsonDerivedType(typeof(SeatEnded), "seatEnded")]
[JsonDerivedType(typeof(SeatMarked), "seatMarked")]
[JsonDerivedType(typeof(ConnectionSaid), "connectionSaid")]
[JsonDerivedType(typeof(MeetingShared), "meetingShared")]
public abstract record Letter
{
    /// <summary>Names the letter; made of ids and versions alone.</summary>
    [Id(0)] public required OperationId Operation { get; init; }

    /// <summary>The area that writes; must be the name on its certificate.</summary>
    [Id(1)] public required AreaId From { get; init; }

    /// <summary>The area it is for.</summary>
    [Id(2)] public required AreaId To { get; init; }

    /// <summary>The group it is from, to or about.</summary>
    [Id(3)] public required GroupId Group { get; init; }

    /// <summary>The id of what it is about, a seat or the group that writes. Letters of one record about one thing arrive in the order they were written. A method, for a property would cross.</summary>
    public virtual Guid Subject() => Group.Value;
}

/// <summary>Home to group: somebody asks for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-asked")]
public sealed record SeatAsked : Letter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    /// <summary>The name they chose to be called there.</summary>
    [Id(1)] public required string ShownAs { get; init; }

    /// <summary>The group of the sending area whose guest they are, for one meeting.</summary>
    [Id(2)] public GroupId? GuestOf { get; init; }

    /// <summary>That meeting.</summary>
    [Id(3)] public MeetingId? Meeting { get; init; }

    /// <inheritdoc/>
    public override Guid Subject() => Seat.Value;
}

/// <summary>Group to home: the answer.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-answered")]
public sealed record SeatAnswered : Letter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    /// <summary>Yes or no.</summary>
    [Id(1)] public required bool Welcome { get; init; }

    /// <inheritdoc/>
    public override Guid Subject() => Seat.Value;
}

/// <summary>Home to group: the seat is given up, or the consent taken back.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-left")]
public sealed record SeatLeft : Letter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    /// <inheritdoc/>
    public override Guid Subject() => Seat.Value;
}

/// <summary>Group to home: the group has ended the seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-ended")]
public sealed record SeatEnded : Letter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    /// <inheritdoc/>
    public override Guid Subject() => Seat.Value;
}

/// <summary>Group to home: what was marked for a guest, for their own history.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-marked")]
public sealed record SeatMarked : Letter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    /// <summary>The meeting.</summary>
    [Id(1)] public required MeetingId Meeting { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(2)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local wall time it started.</summary>
    [Id(3)] public required TimeOnly StartsAt { get; init; }

    /// <summary>The mark.</summary>
    [Id(4)] public required Mark Mark { get; init; }

    /// <summary>Rises with what is said of guests of this meeting; a later one wins.</summary>
    [Id(5)] public required int Version { get; init; }

    /// <inheritdoc/>
    public override Guid Subject() => Seat.Value;
}

/// <summary>Group to group: yes or no to a connection.</summary>
[GenerateSerializer, Immutable, Alias("peernet.connection-said")]
public sealed record ConnectionSaid : Letter
{
    /// <summary>The group it is said to.</summary>
    [Id(0)] public required GroupId With { get; init; }

    /// <summary>Yes or no.</summary>
    [Id(1)] public required bool Yes { get; init; }

    /// <summary>Rises with everything this group says to that one; a later one wins.</summary>
    [Id(2)] public required int Version { get; init; }

    /// <summary>The version of that group's latest word which this one knew of; 0: none. A no does not answer a yes that it had not heard.</summary>
    [Id(3)] public int Heard { get; init; }
}

/// <summary>Group to connected group: a meeting to come.</summary>
[GenerateSerializer, Immutable, Alias("peernet.meeting-shared")]
public sealed record MeetingShared : Letter
{
    /// <summary>The group that is told.</summary>
    [Id(0)] public required GroupId With { get; init; }

    /// <summary>The meeting.</summary>
    [Id(1)] public required MeetingId Meeting { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(2)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local wall time it starts.</summary>
    [Id(3)] public required TimeOnly StartsAt { get; init; }

    /// <summary>Whether people of that group may come as guests.</summary>
    [Id(4)] public required bool Open { get; init; }

    /// <summary>Whether it is called off.</summary>
    [Id(5)] public required bool Cancelled { get; init; }

    /// <summary>Whether it is not shared any more.</summary>
    [Id(6)] public required bool Withdrawn { get; init; }

    /// <summary>Rises with everything this group says of its shared meetings; a later one wins.</summary>
    [Id(7)] public required int Version { get; init; }
}
