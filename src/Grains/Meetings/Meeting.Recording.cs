using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>Logging a meeting, all at once or mark by mark.</summary>
internal sealed partial record Meeting
{
    // People who come in time mark themselves while they wait.
    private static readonly TimeSpan DoorsOpenBefore = TimeSpan.FromHours(1);

    /// <summary>
    /// Logs the whole meeting. Marks that people gave themselves earlier are kept unless the log has one for them.
    /// </summary>
    public Next<Meeting> Record(
        MeetingId id, RecordMeeting record, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Exists) return GroupRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (IsOfAnother(id, record.GroupId, group)) return MeetingRefusals.OtherGroup;
        if (MeetingRules.Check(record, now) is { } wrong) return wrong;
        var entry = EntryOf(record);
        if (Entries.FirstOrDefault(e => e.Kind == EntryKind.Record) is { } first)
            return PeerNetJson.Same(first.Content, entry) ? this : MeetingRefusals.AlreadyRecorded;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (Outsiders(id, entry, record.HeldOn, group) is { } outsiders) return outsiders;
        var begun = Begun(id, group).Now(group);
        // A planned meeting that will not take place is logged under its own ID: nobody is sent word of another.
        if (begun.GroupId is null && record.DidNotHappen is not null
            && London.At(record.HeldOn, record.StartsAt) > now) return MeetingRefusals.NotYet("startsAt");
        return (begun with { Id = id, GroupId = record.GroupId }).Log(entry, from: begun, group, by, now);
    }

    /// <summary>Marks one person: leads can mark anyone of the group, people on the roster only themselves.</summary>
    public Next<Meeting> Attend(
        MeetingId id, MemberId member, MarkAttendance mark, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var begun = Begun(id, group).Now(group);
        if (begun.GroupId is null) return MeetingRefusals.NotFound;
        var attendance = Attendance;
        var line = attendance.LineOf(member);
        var leads = group.LedBy(by);
        var mine = by.Is(member) && (line is not null || (!Logged && group.Roster.Contains(member)));
        if (!leads && !mine && !IsClaim(member, mark, group, by)) return AccessRefusals.NotYours;
        if (begun.IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (!Logged && begun.IsBeforeDoors(now)) return MeetingRefusals.NotYet();
        if (attendance.DidNotHappen is not null) return MeetingRefusals.NotHeld;
        if (mark.CountedAs is not null && mark.Mark != Mark.Present) return MeetingRefusals.NobodyToName;
        if (mark.Word is not null && (mark.Mark != Mark.Present || mark.CountedAs is not null))
            return MeetingRefusals.NoSuchWord;
        if (line is not null && line.Mark == mark.Mark
            && (mark.CountedAs is null || mark.CountedAs == line.CountedAs)
            && (mark.Word is null || attendance.HasClaimed(member, mark.Word))) return this;
        if (!leads && HasMarkedTooOften(member)) return MeetingRefusals.TooMuch;
        if ((mark.CountedAs is not null || mark.Word is not null) && line?.Mark == Mark.Present)
            return MeetingRefusals.AlreadyNamed;
        if (mark.Word is { } word && !attendance.Words.Contains(word, StringComparer.OrdinalIgnoreCase))
            return MeetingRefusals.NoSuchWord;
        if (mark.CountedAs is { } of && attendance.Unnamed.Of(of) == 0) return MeetingRefusals.NobodyToName;
        var entry = new Entry { Kind = EntryKind.Mark, Marks = [new(member, mark.Mark, mark.CountedAs, mark.Word)] };
        if (Outsiders(id, entry, begun.HeldOn, group) is { } outsiders) return outsiders;
        return begun.Log(entry, from: begun, group, by, now);
    }

    /// <summary>
    /// Sets the count at the door. It includes people named since, so sending it again counts nobody twice.
    /// </summary>
    public Next<Meeting> Count(
        MeetingId id, Unnamed counted, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var begun = Begun(id, group).Now(group);
        if (begun.GroupId is null) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (MeetingRules.Check(counted) is { } wrong) return wrong;
        if (begun.IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (!Logged && begun.IsBeforeDoors(now)) return MeetingRefusals.NotYet();
        if (Attendance.DidNotHappen is not null) return MeetingRefusals.NotHeld;
        if (Logged && Attendance.Counted == counted) return this;
        return begun.Log(new() { Kind = EntryKind.Count, Counted = counted }, from: begun, group, by, now);
    }

    /// <summary>Corrects the record. Each correction adds an entry with who, when and why.</summary>
    public Next<Meeting> Correct(
        CorrectionId id, CorrectMeeting correction, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var begun = Begun(Id, group);
        if (begun.GroupId is null || begun.IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (!Logged) return MeetingRefusals.NotLogged;
        if (MeetingRules.Check(correction, HeldOn, StartsAt, now) is { } wrong) return wrong;
        var entry = EntryOf(id, correction);
        if (Entries.FirstOrDefault(e => e.Correction == id) is { } first)
            return PeerNetJson.Same(first.Content, entry) ? this : MeetingRefusals.CorrectionDiffers;
        if (Outsiders(Id, entry, entry.HeldOn ?? HeldOn, group) is { } outsiders) return outsiders;
        return Log(entry, from: this, group, by, now);
    }

    /// <summary>
    /// The condition of a correction: one that is there already changes nothing, whichever version its writer read.
    /// </summary>
    public IfMatch ConditionOf(CorrectionId id, IfMatch ifMatch) =>
        Entries.Any(e => e.Correction == id) ? ifMatch.Creation : ifMatch;

    // Whoever belongs now can have been new then, and known by a word.
    private static bool IsClaim(MemberId member, MarkAttendance mark, GroupStanding group, Caller by) =>
        mark.Word is not null && by.Is(member) && group.Roster.Contains(member);

    // A person who changes their mind for ever leaves room for what the lead has to write.
    private bool HasMarkedTooOften(MemberId member)
    {
        return Entries.Length >= MaxEntries - ReservedForLeads
            || Entries.Count(e => e.Kind == EntryKind.Mark && e.By == member) >= MeetingFields.MaxOwnMarks;
    }

    private bool IsBeforeDoors(DateTimeOffset now) =>
        HeldOn > London.DayOf(now) || now < London.At(HeldOn, StartsAt) - DoorsOpenBefore;

    /// <summary>
    /// Refuses people who are neither of the group nor already on the meeting's record. The answer is the same whether
    /// or not the area knows them.
    /// </summary>
    private Refusal? Outsiders(MeetingId id, Entry entry, DateOnly day, GroupStanding group)
    {
        var lines = Attendance.Roster.Select(line => line.MemberId).ToHashSet();
        var outsiders = entry.Marks.Select(mark => mark.MemberId)
            .Where(member => !lines.Contains(member) && !group.MayBeMarked(member, id, day))
            .ToList();
        if (outsiders.Count > MaxPeople) return MeetingRefusals.TooMuch;
        return outsiders is [] ? null : MeetingRefusals.PersonUnknown(string.Join(", ", outsiders.Take(5)));
    }

    /// <summary>
    /// Adds the entry, and tells the group if the meeting turns out to be at another time than it knows, or not to take
    /// place although it is still to come. Then whoever may come is told as well.
    /// </summary>
    private Next<Meeting> Log(Entry entry, Meeting from, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var known = from.Now(group);
        return Say(entry, group, by, now).Then(said =>
        {
            if (known.GroupId is null) return said;
            var isAhead = London.At(known.HeldOn, known.StartsAt) > now;
            if (isAhead && known.IsOff != said.IsOff)
                return said.Announced().Then(off => off.TellExpected(known, group, by, now));
            var hasMoved = known.HeldOn != said.HeldOn || known.StartsAt != said.StartsAt;
            return hasMoved ? said.Announced() : said;
        });
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
        Words = record.Words.IsEmpty ? null : record.Words,
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
        Words = correction.Words,
        Notes = correction.Notes,
        DidNotHappen = correction.DidNotHappen,
    };

    /// <summary>Sorts by ID, so that the same people in another order make the same log.</summary>
    private static ImmutableArray<EntryMark> Sorted(
        ImmutableArray<EntryMark> marks) => [.. marks.OrderBy(m => m.MemberId.Value)];
}
