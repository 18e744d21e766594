using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// One statement about a meeting: a whole log, a single mark, a count at the door or a correction. Totals are never
/// stored.
/// </summary>
internal sealed record Entry
{
    /// <summary>The kind of entry.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>Who made it.</summary>
    public MemberId? By { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>
    /// In the first entry that logs the meeting: who belonged to the group on its day. Frozen, so that joining, leaving
    /// and erasure never change a past meeting.
    /// </summary>
    [MaxItems(500)]
    public ImmutableArray<MemberId> Roster { get; init; } = [];

    /// <summary>The marks it sets.</summary>
    [MaxItems(500)]
    public ImmutableArray<EntryMark> Marks { get; init; } = [];

    /// <summary>The words for people whom nobody can name yet; null if it says nothing of them.</summary>
    [MaxItems(MeetingFields.MaxWords)]
    public ImmutableArray<string>? Words { get; init; }

    /// <summary>The count at the door of people without a name.</summary>
    public Unnamed? Counted { get; init; }

    /// <summary>The day it was held.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>The local time it started.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>The note for the group.</summary>
    public string? Notes { get; init; }

    /// <summary>Why it did not happen.</summary>
    public DidNotHappen? DidNotHappen { get; init; }

    /// <summary>The ID, if it is a correction.</summary>
    public CorrectionId? Correction { get; init; }

    /// <summary>The reason, if it is a correction.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it logs the meeting: by a lead, or because somebody was present.</summary>
    public bool IsLog => Kind != EntryKind.Mark || Marks.Any(mark => mark.Mark == Mark.Present);

    /// <summary>The content alone, without its author, time and roster.</summary>
    public Entry Content => this with { By = null, At = default, Roster = [] };
}

/// <summary>The kinds of entry.</summary>
internal enum EntryKind
{
    /// <summary>The whole log in one request.</summary>
    Record,
    /// <summary>One person's mark.</summary>
    Mark,
    /// <summary>A count at the door.</summary>
    Count,
    /// <summary>A correction, with its reason.</summary>
    Correction,
}

/// <summary>One person's mark within an entry.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="Mark">The mark.</param>
/// <param name="CountedAs">Set for someone who had been counted at the door without a name.</param>
/// <param name="Word">Set for someone who had been logged by that word.</param>
internal sealed record EntryMark(
    MemberId MemberId, Mark Mark, UnnamedKind? CountedAs = null, string? Word = null);
