using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// One meeting: its plan, and the entries of its record. Pure: each transition returns the next
/// meeting, the same meeting, or a refusal.
/// </summary>
internal sealed partial record Meeting : IHasEditions, ISends<Meeting>
{
    /// <summary>The maximum number of people on a meeting's roster, including visitors.</summary>
    public const int MaxPeople = 500;

    private const int MaxEntries = 1000;

    /// <summary>The meeting's own ID, so that a row can be read without its key.</summary>
    public MeetingId Id { get; init; }

    /// <summary>The group, or null if the meeting does not exist.</summary>
    public GroupId? GroupId { get; init; }

    /// <summary>The day, as planned or last recorded.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>The local start time, as planned or last recorded.</summary>
    public TimeOnly StartsAt { get; init; }

    /// <summary>The cancellation, if it is cancelled.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>The entries of its record, oldest first; empty if it is not logged.</summary>
    [MaxItems(1000)]
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>The totals of the entries.</summary>
    public Attendance Attendance =>
        Added is { } added && added.Entries == Entries ? added.Sum : Attendance.Of(Entries.AsSpan());

    /// <summary>
    /// The totals of exactly these entries, kept from when the last was added. Adding all of them up for each of fifty
    /// marks would make a full room wait.
    /// </summary>
    private AddedUp? Added { get; init; }

    /// <summary>Whether its attendance is recorded.</summary>
    public bool Logged => !Entries.IsEmpty;

    /// <summary>Its state, given its attendance.</summary>
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

    /// <summary>Adds an entry, unless the totals would no longer agree.</summary>
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

/// <summary>Who cancelled a meeting, when and why.</summary>
internal sealed record Cancellation(MemberId? By, DateTimeOffset At, string? Reason);
