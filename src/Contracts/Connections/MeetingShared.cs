using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Connections;

/// <summary>Group to connected group: a future meeting.</summary>
[GenerateSerializer, Immutable, Alias("peernet.meeting-shared")]
public sealed record MeetingShared : GroupLetter
{
    /// <summary>The group it is shared with.</summary>
    [Id(0)] public required GroupId With { get; init; }

    /// <summary>The meeting.</summary>
    [Id(1)] public required MeetingId Meeting { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(2)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local time it starts.</summary>
    [Id(3)] public required TimeOnly StartsAt { get; init; }

    /// <summary>Whether people of that group may come as guests.</summary>
    [Id(4)] public required bool Open { get; init; }

    /// <summary>Whether it is cancelled.</summary>
    [Id(5)] public required bool Cancelled { get; init; }

    /// <summary>Whether it is no longer shared.</summary>
    [Id(6)] public required bool Withdrawn { get; init; }

    /// <summary>Increases with every letter from this group to that one; the higher of two is the later.</summary>
    [Id(7), JsonRequired] public int Version { get; init; }

    /// <summary>
    /// The version of the receiver's last answer that the sender had received. If the receiver has answered again
    /// since, this meeting belongs to an earlier connection. Null from a neighbour of an earlier version.
    /// </summary>
    [Id(8)] public int? LastReceived { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGroupGrain>(To, With.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Group.Value;

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is MeetingShared shared && shared.To == To && shared.With == With && shared.Meeting == Meeting;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"meetingShared/{Group}/{With}/{Meeting}/{Version}";
}
