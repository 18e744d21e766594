using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Connections;

/// <summary>The groups of other areas that a group is connected with, and the meetings they share.</summary>
/// <param name="Group">The group.</param>
/// <param name="Connections">Its connections.</param>
/// <param name="Shared">Its meetings that connected groups know of, the next one first.</param>
/// <param name="SharedWithUs">Meetings of connected groups that it knows of, the next one first.</param>
/// <param name="Coming">Its own meetings of the next weeks.</param>
public sealed record ConnectionsModel(
    GroupDetails Group,
    ImmutableArray<Connected> Connections,
    ImmutableArray<SharedMeeting> Shared,
    ImmutableArray<TheirMeeting> SharedWithUs,
    ImmutableArray<MeetingLine> Coming)
{
    /// <summary>What is wrong with what the caller sent.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the caller may connect it, and share its meetings.</summary>
    public bool IsLed => Group.Asked is not null;

    /// <summary>Whether the caller belongs to it, and may come as its guest.</summary>
    public bool Belongs => Group.Yours?.Part >= Part.Member;

    /// <summary>Its meetings that nobody knows of yet.</summary>
    public IEnumerable<MeetingLine> NotShared =>
        Coming.Where(line => Shared.All(meeting => meeting.MeetingId != line.Id));

    /// <summary>The connections in one state, those with the latest change first.</summary>
    public IEnumerable<Connected> In(ConnectionState state) =>
        Connections.Where(one => one.State == state).OrderByDescending(one => one.Since);

    /// <summary>The connection with a group; null if there is none.</summary>
    public Connected? With(AreaId area, GroupId id) =>
        Connections.FirstOrDefault(one => (one.Other.Area, one.Other.Id) == (area, id));

    /// <summary>How many people of a connected group have a place here because of the connection.</summary>
    public int GuestsFrom(OtherGroup other)
    {
        return Group.Seats?.Count(seat =>
            seat.State == SeatState.Seated && seat.Home == other.Area && seat.GuestOf == other.Id) ?? 0;
    }
}

/// <summary>A connection with a group of another area.</summary>
/// <param name="Other">The other group.</param>
/// <param name="State">Its state.</param>
/// <param name="Since">When this state began.</param>
/// <param name="WaitsBecause">Why what this group said last still waits, as a code.</param>
public sealed record Connected(
    OtherGroup Other, ConnectionState State, DateTimeOffset Since, string? WaitsBecause = null);

/// <summary>A meeting that a connected group shares.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Of">The group that meets.</param>
public sealed record TheirMeeting(SharedMeeting Meeting, OtherGroup Of);
