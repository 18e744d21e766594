using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

public sealed class CorrectingTests
{
    [Fact]
    public void A_correction_is_one_more_entry_with_who_when_and_why()
    {
        var group = AGroup();
        var corrected = ALoggedMeeting(group, ALog(1, 2)).Correct(
            Correction(1), new() { Why = "Sam was ill", Marks = [new(Sam, Mark.Apologies)] }, group.Standing,
            ByCoordinator, Now.AddDays(1)).Yes();
        var seen = corrected.SeenBy(ByLead, group.Standing, 1).Yes();
        Assert.Equal([new(Correction(1), ByCoordinator.Member, Now.AddDays(1), "Sam was ill")], seen.Corrections);
        Assert.Equal((1, 1), (seen.Named, seen.Apologies));
        Assert.Equal(2, corrected.Entries.Length);
    }

    [Fact]
    public void A_correction_sent_again_counts_once_and_another_under_its_id_is_refused()
    {
        var group = AGroup();
        var correction = new CorrectMeeting { Why = "Miscounted", Unnamed = new(Visitors: 3) };
        var corrected =
            ALoggedMeeting(group, ALog(1)).Correct(Correction(1), correction, group.Standing, ByLead, Now).Yes();
        Assert.Same(
            corrected, corrected.Correct(Correction(1), correction, group.Standing, ByLead, Now.AddDays(1)).Yes());
        Assert.Equal("meeting.correction-differs", corrected.Correct(
            Correction(1), correction with { Unnamed = new(Visitors: 4) }, group.Standing, ByLead, Now).No());
    }

    [Fact]
    public void A_correction_that_is_there_already_may_name_an_old_version_and_a_new_one_may_not()
    {
        var group = AGroup();
        var corrected = ALoggedMeeting(group, ALog(1))
            .Correct(Correction(1), new() { Why = "Miscounted" }, group.Standing, ByLead, Now).Yes();
        var old = IfMatch.Exactly(1);
        Assert.Null(corrected.ConditionOf(Correction(1), old).CheckIfGiven(2));
        Assert.Equal("version.stale", corrected.ConditionOf(Correction(2), old).CheckIfGiven(2)?.Code);
        Assert.Equal("version.exists", corrected.ConditionOf(Correction(1), IfMatch.Nothing).CheckIfGiven(2)?.Code);
    }

    [Fact]
    public void A_correction_moves_the_day_and_can_say_that_it_did_not_happen_or_did_after_all()
    {
        var group = AGroup();
        var moved = ALoggedMeeting(group, ALog(1)).Correct(
            Correction(1),
            new() { Why = "Wrong day", HeldOn = Tuesday.AddDays(-1) },
            group.Standing,
            ByLead,
            Now).Yes();
        Assert.Equal(Tuesday.AddDays(-1), moved.HeldOn);
        var off = moved.Correct(
            Correction(2),
            new() { Why = "Wrong meeting", DidNotHappen = new(NotHeldReason.Lead) },
            group.Standing,
            ByLead,
            Now).Yes();
        Assert.Equal((MeetingState.DidNotHappen, 0), (off.State(off.Attendance), off.Attendance.HeadCount));
        var on = off.Correct(
            Correction(3),
            new() { Why = "It did", Marks = [new(Sam, Mark.Present)] },
            group.Standing,
            ByLead,
            Now).Yes();
        Assert.Equal((MeetingState.Held, 1), (on.State(on.Attendance), on.Attendance.HeadCount));
    }

    [Fact]
    public void Someone_named_in_error_is_counted_without_a_name_again()
    {
        var group = AGroupWithSomeoneWhoAsked();
        var named = ALoggedMeeting(group, ALog(1) with { Unnamed = new(Newcomers: 1) })
            .Attend(TheMeeting, Stranger, new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now).Yes()
            .Correct(
                Correction(1),
                new() { Why = "Somebody else", Marks = [new(Stranger, Mark.Absent)] },
                group.Standing,
                ByLead,
                Now).Yes();
        Assert.Equal(
            (2, 1, 1), (named.Attendance.HeadCount, named.Attendance.Named, named.Attendance.Unnamed.Newcomers));
    }

    [Fact]
    public void Nothing_is_corrected_that_is_not_logged_and_nothing_without_a_reason()
    {
        var group = AGroup();
        Assert.Equal(
            "meeting.not-logged",
            APlannedMeeting(group).Correct(Correction(1), new() { Why = "x" }, group.Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.not-logged",
            new Meeting().Correct(Correction(1), new() { Why = "x" }, Evenings.NextStanding(), ByLead, Now).No());
        Assert.Equal(
            "access.leads-only",
            new Meeting().Correct(Correction(1), new() { Why = "x" }, Evenings.NextStanding(), BySam, Now).No());
        Assert.Equal(
            "meeting.not-found",
            new Meeting().Correct(Correction(1), new() { Why = "x" }, group.Standing, ByLead, Now).No());
        Assert.Equal("meeting.text", ALoggedMeeting(group, ALog(1))
            .Correct(Correction(1), new() { Why = " " }, group.Standing, ByLead, Now)
            .No());
        Assert.Equal("access.leads-only", ALoggedMeeting(group, ALog(1))
            .Correct(Correction(1), new() { Why = "x" }, group.Standing, BySam, Now)
            .No());
    }
}
