using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// One gathering: what was planned, and the entries that say how it went. Pure: each transition returns the next
/// meeting, the same meeting, or a refusal.
/// </summary>
internal sealed partial record Meeting : IHasEditions, ISends<Meeting>
{
    /// <summary>The most people on one meeting's roster, visitors included.</summary>
    public const int MaxPeople = 500;

    private const int MaxEntries = 1000;

    /// <summary>The meeting's own id.</summary>
    public MeetingId Id { get; init; }

    /// <summary>The group; null: nothing is known of such a meeting.</summary>
    public GroupId? GroupId { get; init; }

    /// <summary>The day, as planned or as last said.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>The local start, as planned or as last said.</summary>
    public TimeOnly StartsAt { get; init; }

    /// <summary>Who called it off, if it is off.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>All that was said of how it went, oldest first; none: not logged.</summary>
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>What the entries add up to.</summary>
    public Attendance Attendance =>
        Added is { } added && added.Entries == Entries ? added.Sum : Attendance.Of(Entries.AsSpan());

    /// <summary>
    /// The sum of those very entries, known since the last was taken in; adding all up again for each of fifty marks is
    /// what a full room waits for.
    /// </summary>
    private AddedUp? Added { get; init; }

    /// <summary>Whether its attendance is recorded.</summary>
    public bool Logged => !Entries.IsEmpty;

    /// <summary>What has become of it.</summary>
    public MeetingState State(Attendance attendance)
    {
        if (Cancelled is not null) return MeetingState.Cancelled;
        if (!Logged) return MeetingState.Planned;
        if (attendance.DidNotHappen is not null) return MeetingState.DidNotHappen;
        return MeetingState.Held;
    }

    /// <inheritdoc/>
    public object Seen() => (GroupId, HeldOn, StartsAt, Cancelled, Entries);

    /// <summary>The meeting in full, for people of the group, people who were there, and coordinators.</summary>
    public Result<MeetingDetails> SeenBy(Caller by, GroupStanding group, int edition)
    {
        if (GroupId is not { } groupId) return MeetingRefusals.NotFound;
        var attendance = Attendance;
        if (!group.SeenBy(by) && !(by.Member is { } member && attendance.LineOf(member) is not null))
            return MeetingRefusals.NotFound;
        return new MeetingDetails
        {
            Id = Id,
            GroupId = groupId,
            HeldOn = HeldOn,
            StartsAt = StartsAt,
            State = State(attendance),
            Named = attendance.Named,
            HeadCount = attendance.HeadCount,
            Unnamed = attendance.Unnamed,
            Roster = attendance.Roster,
            Present = attendance.Named,
            Apologies = attendance.Count(Mark.Apologies),
            Absent = attendance.Count(Mark.Absent),
            NotRecorded = attendance.Count(Mark.NotRecorded),
            Notes = attendance.Notes,
            DidNotHappen = attendance.DidNotHappen,
            CancelledBecause = Cancelled?.Reason,
            Corrections = [.. Entries.Where(e => e.Kind == EntryKind.Correction)
                .Select(e => new CorrectionMade(e.Correction!.Value, e.By, e.At, e.Why!))],
            Version = edition,
        };
    }

    /// <summary>Takes one more entry in, unless the sums would not hold.</summary>
    private Result<Meeting> Say(Entry entry, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var said = entry with { By = by.Member, At = now, Roster = Logged ? [] : group.Roster };
        var entries = Entries.Add(said);
        var attendance = Attendance.With(said);
        if (attendance.MoreNamedThanCounted) return MeetingRefusals.FewerThanNamed;
        if (attendance.Roster.Length > MaxPeople || Entries.Length >= MaxEntries) return MeetingRefusals.TooMuch;
        return this with
        {
            Entries = entries,
            Added = new(entries, attendance),
            HeldOn = said.HeldOn ?? HeldOn,
            StartsAt = said.StartsAt ?? StartsAt
        };
    }
}

/// <summary>A meeting called off.</summary>
internal sealed record Cancellation(MemberId? By, DateTimeOffset At, string? Reason);
