using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// One meeting: its plan, what people intend, and the entries of its record. Pure: each transition returns the next
/// meeting, the same meeting, or a refusal.
/// </summary>
internal sealed partial record Meeting : IHasEditions, ISends<Meeting>
{
    /// <summary>The maximum number of people on a meeting's roster, including visitors.</summary>
    public const int MaxPeople = MeetingFields.MaxPeople;

    private const int MaxEntries = MeetingFields.MaxEntries, ReservedForLeads = 200;

    /// <summary>The meeting's own ID, so that a row can be read without its key.</summary>
    public MeetingId Id { get; init; }

    /// <summary>The group, or null if the meeting does not exist.</summary>
    public GroupId? GroupId { get; init; }

    /// <summary>The series it belongs to; null for a one-off meeting.</summary>
    public string? Series { get; init; }

    /// <summary>The day its series planned; null for a one-off meeting.</summary>
    public DateOnly? OriginalDay { get; init; }

    /// <summary>The day, as planned or last recorded.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>The local start time, as planned or last recorded.</summary>
    public TimeOnly StartsAt { get; init; }

    /// <summary>
    /// Its length in minutes: that of its series as long as it only follows it, or else what it was when it was planned
    /// or logged, so that a later change of the series does not change it.
    /// </summary>
    public int? Minutes { get; init; }

    /// <summary>What it is called, if it has a title of its own.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is, if not where the group usually meets.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether its day and time were planned by themselves, and not by its series.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The cancellation, if it is cancelled.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>What people intend, in the order in which they first said so.</summary>
    [MaxItems(500)]
    public ImmutableArray<IntentionLine> Intentions { get; init; } = [];

    /// <summary>The entries of its record, oldest first.</summary>
    [MaxItems(1000)]
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>Whether it was held, for counting an area's meetings without reading every entry.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The totals of the entries.</summary>
    public Attendance Attendance =>
        Added is { } added && added.Entries == Entries ? added.Sum : Attendance.Of(Entries.AsSpan());

    /// <summary>
    /// The totals of exactly these entries, kept from when the last was added. Adding all of them up for each of fifty
    /// marks would make a full room wait.
    /// </summary>
    private AddedUp? Added { get; init; }

    /// <summary>
    /// Whether its attendance is recorded: somebody was present or counted, or a lead logged it. Apologies alone do not
    /// make a meeting.
    /// </summary>
    public bool Logged => Entries.Any(entry => entry.IsLog);

    /// <summary>When it was held, to find out whether another meeting was logged for the same evening.</summary>
    public LoggedEvening Evening => new(Id, Series, HeldOn, StartsAt);

    /// <summary>Whether nobody meets: it is cancelled, or logged as not having happened.</summary>
    private bool IsOff => Cancelled is not null || Attendance.DidNotHappen is not null;

    private bool FollowsSeries => Series is not null && !IsPlanned && !Logged;

    /// <summary>Its state, given its attendance.</summary>
    public MeetingState State(Attendance attendance)
    {
        if (Cancelled is not null) return MeetingState.Cancelled;
        if (!Logged) return MeetingState.Planned;
        if (attendance.DidNotHappen is not null) return MeetingState.DidNotHappen;
        return MeetingState.Held;
    }

    /// <inheritdoc/>
    public object Seen() =>
        (GroupId, HeldOn, StartsAt, (Minutes, Title, Place, IsPlanned), Cancelled, Intentions, Entries);

    /// <summary>
    /// The meeting as its series plans it now; null if it only followed its series, which does not plan it any more.
    /// </summary>
    public Meeting? PlannedAs(PlannedMeeting? planned)
    {
        if (!FollowsSeries) return this;
        if (planned is null) return Cancelled is null ? null : this;
        return this with { HeldOn = planned.On, StartsAt = planned.StartsAt, Minutes = planned.Minutes };
    }

    /// <summary>This meeting, or if nothing is stored about it yet, the one that its group's schedule has.</summary>
    private Meeting Begun(MeetingId id, GroupStanding group)
    {
        if (GroupId is not null || group.Occurrence is not { } planned) return this;
        return this with
        {
            Id = id,
            GroupId = planned.Group,
            Series = planned.Series,
            OriginalDay = planned.OriginalDay,
            HeldOn = planned.OriginalDay,
            StartsAt = planned.StartsAt ?? default,
            Minutes = planned.Minutes,
        };
    }

    private Meeting Now(GroupStanding group)
    {
        if (!FollowsSeries || group.Occurrence is not { StartsAt: { } startsAt } planned) return this;
        return this with { HeldOn = planned.OriginalDay, StartsAt = startsAt, Minutes = planned.Minutes };
    }

    /// <summary>
    /// Whether it only followed its series, which does not plan it any more: the series meets on other days, pauses or
    /// has gone.
    /// </summary>
    private bool HasLostItsSeries(GroupStanding group) =>
        FollowsSeries && Cancelled is null && group.Occurrence?.StartsAt is null;

    /// <summary>Whether the ID belongs to another group than the one named, if any.</summary>
    private bool IsOfAnother(MeetingId id, GroupId? named, GroupStanding group)
    {
        if (GroupId is null) return OccurrenceId.IsDerived(id) && group.Occurrence is null;
        return named is not null && named != GroupId;
    }

    /// <summary>Adds an entry, unless the totals would no longer agree.</summary>
    private Next<Meeting> Say(Entry entry, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var heldOn = entry.HeldOn ?? HeldOn;
        var freezes = entry.IsLog && !Logged;
        var said = entry with { By = by.Member, At = now, Roster = freezes ? group.RosterOn(heldOn) : [] };
        var entries = Entries.Add(said);
        var attendance = Attendance.With(said);
        if (attendance.MoreNamedThanCounted) return MeetingRefusals.FewerThanNamed;
        if (attendance.Roster.Length > MaxPeople || Entries.Length >= MaxEntries) return MeetingRefusals.TooMuch;
        var next = this with
        {
            Entries = entries,
            Added = new(entries, attendance),
            HeldOn = heldOn,
            StartsAt = entry.StartsAt ?? StartsAt,
            Minutes = freezes ? Minutes ?? LengthIn(group) : Minutes,
        };
        return next with { IsHeld = next.State(attendance) == MeetingState.Held };
    }
}

/// <summary>Who cancelled a meeting, when and why.</summary>
internal sealed record Cancellation(MemberId? By, DateTimeOffset At, string? Reason);
