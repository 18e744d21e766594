using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Faults.Tests.Campaigns;

namespace PeerNet.Faults.Tests;

/// <summary>The campaigns find nothing, so here is the proof that they would.</summary>
public sealed class CheckerTests
{
    private static readonly MemberId Ada =
        new(Guid.CreateVersion7()), Ben = new(Guid.CreateVersion7()), Cleo = new(Guid.CreateVersion7());

    private static readonly RecordMeeting Log = new()
    {
        GroupId = new(Guid.CreateVersion7()),
        HeldOn = new(2026, 11, 3),
        StartsAt = new(19, 0),
        Present = [Ada],
        Absent = [Ben],
        Unnamed = new(Newcomers: 2),
        Notes = "Tea and biscuits",
    };

    private static readonly CorrectionId Correction = new(Guid.CreateVersion7());

    // Logged, Cleo named out of the newcomers, and corrected once.
    private static readonly ExpectedMeeting Expected = ExpectedMeeting.Of(new(Guid.CreateVersion7()), Log)
        .Marked(Cleo, new(Mark.Present, UnnamedKind.Newcomers)).Corrected(Correction, new() { Why = "Misheard" });

    private static readonly MeetingDetails Stands = new()
    {
        Id = Expected.Id,
        GroupId = Log.GroupId,
        HeldOn = Log.HeldOn,
        StartsAt = Log.StartsAt,
        State = MeetingState.Held,
        Named = 2,
        HeadCount = 3,
        Unnamed = new(Newcomers: 1),
        Roster = [new(Ada, Mark.Present, false), new(Ben, Mark.Absent, false), new(Cleo, Mark.Present, false)],
        Present = 2,
        Apologies = 0,
        Absent = 1,
        NotRecorded = 0,
        Notes = Log.Notes,
        Corrections = [new(Correction, Ada, default, "Misheard")],
        Version = 3,
    };

    private static readonly MeetingLine Line = new()
    {
        Id = Expected.Id,
        HeldOn = Log.HeldOn,
        StartsAt = Log.StartsAt,
        Minutes = 90,
        State = MeetingState.Held,
        Logged = true,
        HeadCount = 3,
    };

    [Fact]
    public void A_meeting_that_is_stored_as_it_was_sent_has_no_findings() =>
        Assert.Empty(Checker.Meeting(Expected, Stands, [Line]));

    [Fact]
    public void A_meeting_that_is_gone_is_lost() => Assert.Equal([Wrong.Lost], Found(null));

    [Fact]
    public void A_mark_that_fell_back_is_lost()
    {
        Assert.Contains(Wrong.Lost, Found(Stands with
        {
            Roster = [Stands.Roster[0], Stands.Roster[1] with { Mark = Mark.NotRecorded }, Stands.Roster[2]],
            Absent = 0,
            NotRecorded = 1
        }));
    }

    [Fact]
    public void A_last_write_that_is_gone_is_lost() => Assert.Equal([Wrong.Lost], Found(Stands with { Version = 2 }));

    [Fact]
    public void A_note_that_is_another_is_lost() => Assert.Equal([Wrong.Lost], Found(Stands with { Notes = "Tea" }));

    [Fact]
    public void A_correction_that_is_gone_is_lost() =>
        Assert.Contains(Wrong.Lost, Found(Stands with { Corrections = [] }));

    [Fact]
    public void A_request_that_took_effect_twice_is_doubled() =>
        Assert.Equal([Wrong.Doubled], Found(Stands with { Version = 4 }));

    [Fact]
    public void A_newcomer_who_was_given_a_name_twice_is_noticed()
    {
        Assert.Equal(
            [Wrong.Lost, Wrong.Lost],
            Found(Stands with { Unnamed = new(), HeadCount = 2 }, Line with { HeadCount = 2 }));
    }

    [Fact]
    public void A_person_counted_twice_is_doubled()
    {
        Assert.Contains(
            Wrong.Doubled,
            Found(Stands with { Unnamed = new(Newcomers: 2), HeadCount = 4 }, Line with { HeadCount = 4 }));
    }

    [Fact]
    public void A_mark_that_nobody_gave_is_doubled()
    {
        Assert.Contains(Wrong.Doubled, Found(Stands with
        {
            Roster = Stands.Roster.Add(new(new(Guid.CreateVersion7()), Mark.Absent, true)), Absent = 2
        }));
    }

    [Fact]
    public void Sums_that_do_not_hold_are_noticed() =>
        Assert.Contains(Wrong.Disagrees, Found(Stands with { NotRecorded = 1 }));

    [Fact]
    public void A_meeting_that_is_listed_twice_or_with_another_count_is_noticed()
    {
        Assert.Equal([Wrong.Doubled], Found(Stands, Line, Line));
        Assert.Equal([Wrong.Disagrees], Found(Stands, Line with { HeadCount = 4 }));
        Assert.Equal([Wrong.Lost], Checker.Meeting(Expected, Stands, []).Select(finding => finding.Wrong));
    }

    [Fact]
    public void Counts_of_the_area_that_differ_are_noticed()
    {
        var expected = new ExpectedArea([Expected], new Dictionary<MemberId, bool> { [Ada] = true, [Ben] = false });
        Assert.Empty(Checker.Counts(expected, new(1, 2, 1)));
        Assert.Equal(
            [Wrong.Lost, Wrong.Doubled], Checker.Counts(expected, new(1, 1, 2)).Select(finding => finding.Wrong));
    }

    [Fact]
    public void Somebody_missing_doubled_or_unasked_on_a_roster_or_in_their_own_record_is_noticed()
    {
        var expected = new ExpectedArea([], new Dictionary<MemberId, bool> { [Ada] = true, [Ben] = false });
        var own = new Dictionary<MemberId, int> { [Ada] = 1, [Ben] = 0 };
        Assert.Empty(Checker.Belonging(expected, [Ada], own));
        Assert.Equal([Wrong.Lost], Checker.Belonging(expected, [], own).Select(finding => finding.Wrong));
        Assert.Equal([Wrong.Doubled], Checker.Belonging(expected, [Ada, Ada], own).Select(finding => finding.Wrong));
        Assert.Equal([Wrong.Doubled], Checker.Belonging(expected, [Ada, Ben], own).Select(finding => finding.Wrong));
        Assert.Equal([Wrong.Doubled], Checker.Belonging(expected, [Ada, Cleo], own).Select(finding => finding.Wrong));
        Assert.Equal(
            [Wrong.Lost],
            Checker.Belonging(expected, [Ada], new Dictionary<MemberId, int>()).Select(finding => finding.Wrong));
    }

    private static IEnumerable<Wrong> Found(MeetingDetails? stands, params MeetingLine[] lines) =>
        Checker.Meeting(Expected, stands, lines is [] ? [Line] : lines).Select(finding => finding.Wrong);
}
