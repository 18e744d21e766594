using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Meetings;

/// <summary>What each caller may see of the meeting.</summary>
internal sealed partial record Meeting
{
    /// <summary>
    /// The meeting in full for people of the group and coordinators; their own mark for others who were there; and for
    /// anyone who is signed in, when a meeting that is not logged yet is planned.
    /// </summary>
    public Result<MeetingDetails> ReadBy(Caller by, MeetingId id, GroupStanding group, int edition)
    {
        if (!group.Exists || Begun(id, group).IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        return SeenBy(by, id, group, edition);
    }

    /// <summary>The same after a change, even if the group closes before the meeting.</summary>
    public Result<MeetingDetails> SeenBy(Caller by, MeetingId id, GroupStanding group, int edition) =>
        Begun(id, group).Now(group).SeenBy(by, group, edition);

    private bool IsNoLongerPlanned(GroupStanding group)
    {
        if (Logged) return false;
        return group.ClosesOn <= HeldOn || HasLostItsSeries(group);
    }

    /// <summary>The same for a meeting about which something is stored.</summary>
    public Result<MeetingDetails> SeenBy(Caller by, GroupStanding group, int edition)
    {
        if (GroupId is not { } groupId) return MeetingRefusals.NotFound;
        var attendance = Attendance;
        var own = by.Member is { } member ? attendance.LineOf(member) : null;
        var isInside = group.SeenBy(by);
        if (!isInside && own is null && Logged) return MeetingRefusals.NotFound;
        var outside = new MeetingDetails
        {
            Id = Id,
            GroupId = groupId,
            Series = Series,
            OriginalDay = OriginalDay,
            HeldOn = HeldOn,
            StartsAt = StartsAt,
            Minutes = Minutes ?? LengthIn(group),
            Title = Title,
            Place = Place?.ForStrangers(),
            State = State(attendance),
            Logged = Logged,
            Roster = own is null ? [] : [own],
            Version = edition,
        };
        return isInside ? WithRecord(outside, attendance, group) : outside;
    }

    private MeetingDetails WithRecord(MeetingDetails outside, Attendance attendance, GroupStanding group)
    {
        return outside with
        {
            Place = Place,
            Recorded = Entries.Any(entry => entry.Kind == EntryKind.Record),
            Named = attendance.Named,
            HeadCount = Logged ? attendance.HeadCount : null,
            Unnamed = attendance.Unnamed,
            Roster = attendance.Roster,
            Words = attendance.Words,
            Present = attendance.Count(Mark.Present),
            Apologies = attendance.Count(Mark.Apologies),
            Absent = attendance.Count(Mark.Absent),
            NotRecorded = attendance.Count(Mark.NotRecorded),
            Notes = attendance.Notes,
            DidNotHappen = attendance.DidNotHappen,
            CancelledBecause = Cancelled?.Reason,
            Corrections = [.. Entries.Where(e => e.Kind == EntryKind.Correction)
                .Select(e => new CorrectionMade(e.Correction!.Value, e.By, e.At, e.Why!))],
            // People who have left the group are no longer expected.
            Intentions = [.. Intentions.Where(line => group.Roster.Contains(line.MemberId))],
        };
    }
}
