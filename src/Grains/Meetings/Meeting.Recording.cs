using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>Logging a meeting, all at once or mark by mark.</summary>
internal sealed partial record Meeting
{
    /// <summary>
    /// Logs the whole meeting. Marks that people gave themselves earlier are kept unless the log has one for them.
    /// </summary>
    public Result<Meeting> Record(
        MeetingId id, RecordMeeting record, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Exists) return GroupRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (GroupId is not null && GroupId != record.GroupId) return MeetingRefusals.OtherGroup;
        if (MeetingRules.Check(record, now) is { } wrong) return wrong;
        var entry = EntryOf(record);
        if (Entries.FirstOrDefault(e => e.Kind == EntryKind.Record) is { } first)
            return PeerNetJson.Same(first.Content, entry) ? this : MeetingRefusals.AlreadyRecorded;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        return (this with { Id = id, GroupId = record.GroupId }).Say(entry, group, by, now);
    }

    /// <summary>Marks one person: leads can mark anyone, people on the roster only themselves.</summary>
    public Result<Meeting> Attend(
        MemberId member, MarkAttendance mark, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (GroupId is null) return MeetingRefusals.NotFound;
        var attendance = Attendance;
        var line = attendance.LineOf(member);
        var mine = by.Is(member) && (line is not null || (!Logged && group.Roster.Contains(member)));
        if (!mine && !group.LedBy(by)) return AccessRefusals.NotYours;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (HeldOn > London.DayOf(now)) return MeetingRefusals.NotYet;
        if (attendance.DidNotHappen is not null) return MeetingRefusals.NotHeld;
        if (mark.CountedAs is { } kind && mark.Mark != Mark.Present) return MeetingRefusals.NobodyToName;
        if (line is not null && Logged && line.Mark == mark.Mark
            && (mark.CountedAs is null || mark.CountedAs == line.CountedAs)) return this;
        if (mark.CountedAs is not null && line?.Mark == Mark.Present) return MeetingRefusals.AlreadyNamed;
        if (mark.CountedAs is { } of && attendance.Unnamed.Of(of) == 0) return MeetingRefusals.NobodyToName;
        return Say(new() { Kind = EntryKind.Mark, Marks = [new(member, mark.Mark, mark.CountedAs)] }, group, by, now);
    }

    /// <summary>
    /// The people to look up before they are marked: those with neither a place on the roster nor a seat, if the caller
    /// may mark them. Refuses more people than a meeting can have (code <c>meeting.too-much</c>).
    /// </summary>
    public Result<ImmutableArray<MemberId>> Outsiders(
        MeetingId id, IEnumerable<MemberId> marked, GroupStanding group, Caller by)
    {
        if (!group.Exists || !group.LedBy(by)) return ImmutableArray<MemberId>.Empty;
        var guests = group.GuestsAt(id).Select(seat => seat.RosterId);
        ImmutableArray<MemberId> outsiders =
            [.. marked.Except(group.Roster).Except(guests).Except(Attendance.Roster.Select(line => line.MemberId))];
        return outsiders.Length > MaxPeople ? MeetingRefusals.TooMuch : outsiders;
    }

    /// <summary>
    /// Sets the count at the door. It includes people named since, so sending it again counts nobody twice.
    /// </summary>
    public Result<Meeting> Count(Unnamed counted, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (GroupId is null) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (MeetingRules.Check(counted) is { } wrong) return wrong;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (HeldOn > London.DayOf(now)) return MeetingRefusals.NotYet;
        if (Attendance.DidNotHappen is not null) return MeetingRefusals.NotHeld;
        if (Logged && Attendance.Counted == counted) return this;
        return Say(new() { Kind = EntryKind.Count, Counted = counted }, group, by, now);
    }

    /// <summary>Corrects the record. Each correction adds an entry with who, when and why.</summary>
    public Result<Meeting> Correct(
        CorrectionId id, CorrectMeeting correction, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (GroupId is null) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (!Logged) return MeetingRefusals.NotLogged;
        if (MeetingRules.Check(correction, HeldOn, StartsAt, now) is { } wrong) return wrong;
        var entry = EntryOf(id, correction);
        if (Entries.FirstOrDefault(e => e.Correction == id) is { } first)
            return PeerNetJson.Same(first.Content, entry) ? this : MeetingRefusals.CorrectionDiffers;
        return Say(entry, group, by, now);
    }

    private static Entry EntryOf(RecordMeeting record) => new()
    {
        Kind = EntryKind.Record,
        HeldOn = record.HeldOn,
        StartsAt = record.StartsAt,
        Marks = Sorted([
            .. record.Present.Select(m => new EntryMark(m, Mark.Present)),
            .. record.Apologies.Select(m => new EntryMark(m, Mark.Apologies)),
            .. record.Absent.Select(m => new EntryMark(m, Mark.Absent))]),
        Counted = record.DidNotHappen is null ? record.Unnamed : null,
        Notes = record.Notes,
        DidNotHappen = record.DidNotHappen,
    };

    private static Entry EntryOf(CorrectionId id, CorrectMeeting correction) => new()
    {
        Kind = EntryKind.Correction,
        Correction = id,
        Why = correction.Why,
        HeldOn = correction.HeldOn,
        StartsAt = correction.StartsAt,
        Marks = Sorted([.. correction.Marks.Select(m => new EntryMark(m.MemberId, m.Mark))]),
        Counted = correction.Unnamed,
        Notes = correction.Notes,
        DidNotHappen = correction.DidNotHappen,
    };

    /// <summary>Sorts by ID, so that the same people in another order make the same log.</summary>
    private static ImmutableArray<EntryMark> Sorted(
        ImmutableArray<EntryMark> marks) => [.. marks.OrderBy(m => m.MemberId.Value)];
}
