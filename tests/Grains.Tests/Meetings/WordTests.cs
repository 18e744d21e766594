using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>People who are known by a word until they claim it.</summary>
public sealed class WordTests
{
    private static readonly MarkAttendance Scarf = new(Mark.Present, Word: "Blue scarf");

    [Fact]
    public void Whom_nobody_can_name_counts_by_a_word()
    {
        var seen = Logged().SeenBy(ByLead, AGroup().Standing, 1).Yes();
        Assert.Equal(["Blue scarf", "Red hat"], seen.Words!.Value);
        Assert.Equal((3, 1, 4), (seen.Named, seen.Present, seen.HeadCount));
        Assert.Equal(1, seen.Unnamed!.Visitors);
        Assert.Equal(seen.Roster.Length, seen.Present + seen.Apologies + seen.Absent + seen.NotRecorded);
    }

    [Fact]
    public void The_same_log_again_changes_nothing_and_with_other_words_it_is_refused()
    {
        var claimed = Attend(Logged(), Scarf).Yes();
        var log = ALog(1) with { Words = ["Blue scarf", "Red hat"], Unnamed = new(Visitors: 1) };
        Assert.Same(claimed, claimed.Record(TheMeeting, log, AGroup().Standing, ByLead, Now).Yes());
        Assert.Equal(
            "meeting.already-recorded",
            claimed.Record(TheMeeting, log with { Words = ["Red hat"] }, AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void Only_the_group_s_people_see_words()
    {
        Assert.NotNull(Logged().SeenBy(BySam, AGroup().Standing, 1).Yes().Words);
        var left = AGroup().Leave(Sam, BySam, Now).Yes();
        Assert.Null(Logged().SeenBy(BySam, left.Standing, 1).Yes().Words);
    }

    [Fact]
    public void Whoever_belongs_now_claims_a_word_once_and_the_head_count_stays()
    {
        var later = AGroup().With(Person(7));
        var claimed = Logged().Attend(TheMeeting, Person(7), Scarf, later.Standing, By(Person(7)), Now).Yes();
        Assert.Equal(["Red hat"], claimed.Attendance.Words);
        Assert.Equal((3, 4), (claimed.Attendance.Named, claimed.Attendance.HeadCount));
        Assert.Equal((Mark.Present, true), Line(claimed, 7));
        Assert.Same(
            claimed, claimed.Attend(TheMeeting, Person(7), Scarf, later.Standing, By(Person(7)), Now).Yes());
        Assert.Equal("meeting.no-such-word", Attend(claimed, Scarf).No());
        Assert.Equal(
            "meeting.already-named",
            claimed.Attend(
                TheMeeting, Person(7), Scarf with { Word = "Red hat" }, later.Standing, By(Person(7)), Now).No());
    }

    [Fact]
    public void A_lead_puts_a_person_in_the_place_of_a_word()
    {
        var group = AGroupWithSomeoneWhoAsked();
        var named = Logged().Attend(
            TheMeeting, Stranger, Scarf with { Word = "BLUE SCARF" }, group.Standing, ByLead, Now).Yes();
        Assert.Equal(["Red hat"], named.Attendance.Words);
        Assert.Equal(4, named.Attendance.HeadCount);
    }

    [Fact]
    public void Nobody_else_claims_a_word()
    {
        var asked = AGroupWithSomeoneWhoAsked().Standing;
        Assert.Equal(
            "access.not-yours", Logged().Attend(TheMeeting, Stranger, Scarf, asked, ByStranger, Now).No());
        Assert.Equal(
            "access.not-yours", Logged().Attend(TheMeeting, Person(3), Scarf, asked, BySam, Now).No());
        Assert.Equal(
            "meeting.person-unknown", Logged().Attend(TheMeeting, Person(50), Scarf, asked, ByLead, Now).No());
    }

    [Fact]
    public void A_word_is_free_again_when_its_claimant_was_not_there_after_all()
    {
        var claimed = Attend(Logged(), Scarf).Yes();
        var absent = claimed.Attend(TheMeeting, Sam, new(Mark.Absent), AGroup().Standing, ByLead, Now).Yes();
        Assert.Equal(["Blue scarf", "Red hat"], absent.Attendance.Words);
        Assert.Equal(4, absent.Attendance.HeadCount);
        Assert.NotNull(Attend(absent, Scarf).Yes());
    }

    [Fact]
    public void A_word_goes_with_the_mark_present_alone()
    {
        Assert.Equal("meeting.no-such-word", Attend(Logged(), new(Mark.Absent, Word: "Blue scarf")).No());
        Assert.Equal(
            "meeting.no-such-word",
            Attend(Logged(), new(Mark.Present, UnnamedKind.Visitors, "Blue scarf")).No());
        Assert.Equal("meeting.no-such-word", Attend(Logged(), new(Mark.Present, Word: "Green coat")).No());
    }

    [Fact]
    public void A_correction_sets_other_words_and_leaves_what_was_claimed()
    {
        var claimed = Attend(Logged(), Scarf).Yes();
        var corrected = claimed.Correct(
            Correction(1), new() { Why = "A third", Words = ["Blue scarf", "Green coat"] }, AGroup().Standing, ByLead,
            Now).Yes();
        Assert.Equal(["Green coat"], corrected.Attendance.Words);
        Assert.Equal(4, corrected.Attendance.HeadCount);
        var off = corrected.Correct(
            Correction(2), new() { Why = "It rained", DidNotHappen = new(NotHeldReason.Travel) }, AGroup().Standing,
            ByLead, Now).Yes();
        Assert.Equal(0, off.Attendance.HeadCount);
    }

    [Theory]
    [InlineData("Blue scarf", "blue SCARF")]
    [InlineData("")]
    [InlineData("Blue\nscarf")]
    public void Words_are_single_lines_and_different(params string[] words) => IsRefused(words);

    [Fact]
    public void A_meeting_has_up_to_fifty_words_of_forty_characters()
    {
        string[] most = [.. Enumerable.Range(10, 50).Select(number => $"{number}{new string('x', 38)}")];
        Assert.Equal(50, ALoggedMeeting(AGroup(), ALog(1) with { Words = [.. most] }).Attendance.Words.Length);
        IsRefused([.. most, "one more"]);
        IsRefused([most[0] + "x"]);
    }

    [Fact]
    public void A_meeting_that_did_not_happen_has_no_words()
    {
        var log = ALog() with { Words = ["Blue scarf"], DidNotHappen = new(NotHeldReason.Venue) };
        Assert.Equal(
            "meeting.not-held-with-people",
            new Meeting().Record(TheMeeting, log, AGroup().Standing, ByLead, Now).No());
    }

    private static void IsRefused(string[] words)
    {
        var log = ALog(1) with { Words = [.. words] };
        Assert.Equal("meeting.text", new Meeting().Record(TheMeeting, log, AGroup().Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.text",
            Logged().Correct(
                Correction(1), new() { Why = "More", Words = [.. words] }, AGroup().Standing, ByLead, Now).No());
    }

    private static PeerNet.Grains.Durability.Next<Meeting> Attend(Meeting meeting, MarkAttendance mark) =>
        meeting.Attend(TheMeeting, Sam, mark, AGroup().Standing, BySam, Now);

    private static (Mark, bool) Line(Meeting meeting, int person)
    {
        var line = meeting.Attendance.LineOf(Person(person))!;
        return (line.Mark, line.Visitor);
    }

    private static Meeting Logged()
    {
        return ALoggedMeeting(
            AGroup(), ALog(1) with { Words = ["Blue scarf", "Red hat"], Unnamed = new(Visitors: 1) });
    }
}
