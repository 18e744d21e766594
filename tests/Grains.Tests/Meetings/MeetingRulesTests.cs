using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>Each field of a plan, a log and a correction has its rule.</summary>
public sealed class MeetingRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly PlanMeeting Plan = new() { GroupId = TheGroup, HeldOn = Today, StartsAt = Seven };
    private static readonly CorrectMeeting Correction = new() { Why = "Miscounted" };

    [Theory]
    [InlineData("2016-11-18", true)]
    [InlineData("2016-11-17", false)]
    [InlineData("2028-11-18", true)]
    [InlineData("2028-11-19", false)]
    public void A_meeting_is_planned_from_ten_years_ago_to_two_years_ahead(string day, bool isAccepted) =>
        Assert.Equal(isAccepted, MeetingRules.Check(Plan with { HeldOn = DateOnly.Parse(day, null) }, Now) is null);

    [Theory]
    [InlineData(null, true)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(1440, true)]
    [InlineData(1441, false)]
    public void A_meeting_lasts_from_five_minutes_to_a_day(int? minutes, bool isAccepted)
    {
        Assert.Equal(
            isAccepted ? null : "meeting.minutes", MeetingRules.Check(Plan with { Minutes = minutes }, Now)?.Code);
    }

    [Fact]
    public void A_plan_names_its_field_that_is_not_valid()
    {
        Assert.Equal("title", MeetingRules.Check(Plan with { Title = new('x', 121) }, Now)?.Field);
        Assert.Null(MeetingRules.Check(Plan with { Title = new('x', 120) }, Now));
        Assert.Equal("place.outcode", MeetingRules.Check(Plan with { Place = new() { Outcode = "x" } }, Now)?.Field);
    }

    [Fact]
    public void Each_kind_of_people_without_a_name_is_counted_from_0_to_1000()
    {
        foreach (var kind in Enum.GetValues<UnnamedKind>())
        {
            Assert.Null(MeetingRules.Check(new Unnamed().With(kind, 1000)));
            var field = $"unnamed.{kind.ToString().ToLowerInvariant()}";
            Assert.Equal(field, MeetingRules.Check(new Unnamed().With(kind, 1001))?.Field);
            Assert.Equal(field, MeetingRules.Check(new Unnamed().With(kind, -1))?.Field);
        }
        Assert.Equal("meeting.count", Log(ALog(1) with { Unnamed = new(Carers: -1) }));
        Assert.Equal("meeting.count", Corrected(Correction with { Unnamed = new(Carers: -1) }));
    }

    [Fact]
    public void A_log_has_a_note_of_up_to_4000_characters_and_so_has_a_correction()
    {
        Assert.Null(Log(ALog(1) with { Notes = new('x', 4000) }));
        Assert.Equal("meeting.text", Log(ALog(1) with { Notes = new('x', 4001) }));
        Assert.Null(Corrected(Correction with { Notes = new('x', 4000) }));
        Assert.Equal("meeting.text", Corrected(Correction with { Notes = new('x', 4001) }));
    }

    [Fact]
    public void Nobody_is_at_a_meeting_that_did_not_happen()
    {
        var off = new DidNotHappen(NotHeldReason.Travel, "Snow");
        Assert.Null(Log(ALog() with { DidNotHappen = off }));
        Assert.Equal("meeting.not-held-with-people", Log(ALog() with { DidNotHappen = off, Absent = [Sam] }));
        Assert.Equal("meeting.not-held-with-people", Log(ALog() with { DidNotHappen = off, Unnamed = new(1) }));
        Assert.Equal("meeting.text", Log(ALog() with { DidNotHappen = off with { Detail = new('x', 501) } }));
        Assert.Null(Corrected(Correction with { DidNotHappen = off, Unnamed = new() }));
        Assert.Equal(
            "meeting.not-held-with-people", Corrected(Correction with { DidNotHappen = off, Unnamed = new(1) }));
        Assert.Equal(
            "meeting.not-held-with-people",
            Corrected(Correction with { DidNotHappen = off, Marks = [new(Sam, Mark.Absent)] }));
    }

    [Fact]
    public void A_correction_is_about_a_day_that_has_come_at_a_time_that_exists_and_names_nobody_twice()
    {
        Assert.Equal("meeting.not-yet", Corrected(Correction with { HeldOn = Today.AddDays(1) }));
        Assert.Null(Corrected(Correction with { HeldOn = Today }));
        Assert.Equal(
            "meeting.no-such-time", Corrected(Correction with { HeldOn = new(2026, 3, 29), StartsAt = new(1, 30) }));
        Assert.Equal(
            "meeting.marked-twice",
            Corrected(Correction with { Marks = [new(Sam, Mark.Absent), new(Sam, Mark.Present)] }));
        Assert.Equal(
            "meeting.no-such-time",
            MeetingRules.Check(Correction, new(2026, 3, 29), new(1, 30), Now)?.Code);
    }

    private static string? Log(RecordMeeting log) => MeetingRules.Check(log, Now)?.Code;

    private static string? Corrected(CorrectMeeting correction) =>
        MeetingRules.Check(correction, Tuesday, Seven, Now)?.Code;
}
