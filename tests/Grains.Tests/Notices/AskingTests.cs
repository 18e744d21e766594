using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Notices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Notices;

/// <summary>When a lead is asked for a log, and for which meetings.</summary>
public sealed class AskingTests
{
    private static readonly DateOnly Wednesday = Tuesday.AddDays(1);

    [Theory]
    [InlineData(0, -1)]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(14, 1)]
    [InlineData(15, 2)]
    public void Leads_are_asked_the_next_day_and_then_every_seventh(int daysLater, int occasion) =>
        Assert.Equal(occasion, Asking.OccasionOn(Tuesday.AddDays(daysLater), Tuesday));

    [Fact]
    public void They_are_asked_at_eight_in_london_summer_and_winter()
    {
        Assert.Equal(new(2026, 11, 18, 8, 0, 0, TimeSpan.Zero), Asking.InstantOf(0, Tuesday));
        Assert.Equal(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero), Asking.InstantOf(1, Tuesday));
        Assert.Equal(new(2026, 7, 1, 7, 0, 0, TimeSpan.Zero), Asking.InstantOf(0, new(2026, 6, 30)));
    }

    [Fact]
    public void The_meetings_of_eight_weeks_that_nobody_has_logged_are_missing()
    {
        var missing = Missing(Grown(), []);
        Assert.Equal(Enumerable.Range(0, 8).Select(week => Tuesday.AddDays(-7 * week)).Order(), missing);
        Assert.Equal(missing, Asking.MissingIn(Grown(), [], Wednesday.AddDays(6)).Select(one => one.HeldOn));
    }

    [Fact]
    public void Evenings_from_before_PeerNet_knew_the_group_are_missing_only_if_somebody_has_said_something()
    {
        Assert.Equal([Tuesday.AddDays(-7), Tuesday], Missing(Grown() with { FoundedOn = Tuesday.AddDays(-7) }, []));
        Assert.Empty(Missing(AGroup(), []));
        Assert.Equal([Tuesday], Missing(AGroup(), [APlannedMeeting(AGroup())]));
    }

    [Fact]
    public void Logged_cancelled_and_not_held_meetings_are_not_missing_and_planned_ones_are()
    {
        var group = Grown();
        var log = ALog(1) with { Present = [], DidNotHappen = new(NotHeldReason.Other) };
        Assert.DoesNotContain(Tuesday, Missing(group, [Occurrence(group, 0, ALog(1))]));
        Assert.DoesNotContain(Tuesday, Missing(group, [Occurrence(group, 0, log)]));
        var cancelled = Begun(group).Cancel(IdOf(0), new(), group.StandingFor(IdOf(0), Now), ByLead, Now).Yes();
        Assert.DoesNotContain(Tuesday, Missing(group, [cancelled]));
        var alone = (group with { Description = group.Description! with { Schedule = null } });
        Assert.Equal([Tuesday], Missing(alone, [APlannedMeeting(alone)]));
    }

    [Fact]
    public void Nothing_is_missing_in_a_pause_or_once_the_group_has_closed()
    {
        var paused = Grown() with
        {
            Description = Description() with { Pauses = [new(Tuesday.AddDays(-8), Tuesday.AddDays(1))] },
        };
        Assert.Equal(Tuesday.AddDays(-14), Missing(paused, [])[^1]);
        Assert.Empty(Missing(Grown().Close(new(On: Wednesday), ByLead, Now).Yes(), []));
        Assert.NotEmpty(Missing(Grown().Close(new(On: Wednesday.AddDays(1)), ByLead, Now).Yes(), []));
        Assert.Empty(Missing(new Group(), []));
    }

    [Fact]
    public void A_lead_is_asked_once_a_week_for_each_log_and_no_longer_when_it_is_not_missing()
    {
        MissingLog[] missing = [new(TheMeeting, Tuesday), new(IdOf(1), Tuesday.AddDays(-7))];
        var asked = new MemberNotices().AskForLogs(TheGroup, [.. missing], Caller.Area, Now).Yes();
        var seen = asked.SeenBy(ByLead, Lead, Now);
        Assert.Equal(
            [(TheMeeting, Asking.InstantOf(0, Tuesday)), (IdOf(1), Asking.InstantOf(0, Tuesday))],
            seen.Select(one => (one.MeetingId!.Value, one.At)));
        Assert.All(seen, one => Assert.Equal((NoticeKind.LogMissing, TheGroup), (one.Kind, one.GroupId)));
        for (var day = 1; day < 7; day++)
            Assert.Same(asked, asked.AskForLogs(TheGroup, [.. missing], Caller.Area, Now.AddDays(day)).Yes());

        var week = asked.AskForLogs(TheGroup, [.. missing], Caller.Area, Now.AddDays(7)).Yes();
        Assert.Empty(week.SeenBy(ByLead, Lead, Now).Select(one => one.Id).Intersect(seen.Select(one => one.Id)));
        var logged = week.AskForLogs(TheGroup, [missing[1]], Caller.Area, Now.AddDays(8)).Yes();
        Assert.Equal(IdOf(1), Assert.Single(logged.SeenBy(ByLead, Lead, Now)).MeetingId);
        Assert.Same(logged, logged.AskForLogs(new(Person(7).Value), [], Caller.Area, Now.AddDays(8)).Yes());
    }

    [Fact]
    public void Nobody_else_asks_for_logs() =>
        Assert.Equal("access.not-yours", new MemberNotices().AskForLogs(TheGroup, [], ByCoordinator, Now).No());

    [Fact]
    public void A_full_list_does_not_make_old_questions_come_again_every_morning()
    {
        var full = Enumerable.Range(1, MemberNotices.MaxNotices).Aggregate(
            new MemberNotices(),
            (all, n) => all.Tell(new(Lead, new(NoticeKind.Invitation) { GroupId = new(Person(n).Value) }, 1), Now));
        Assert.Same(full, full.AskForLogs(TheGroup, [new(TheMeeting, Tuesday)], Caller.Area, Now).Yes());
    }

    [Fact]
    public void Logging_or_cancelling_a_meeting_the_next_day_withdraws_the_question()
    {
        var group = AGroup();
        var standing = group.StandingFor(IdOf(0), Now);
        var about = Asking.About(TheGroup, IdOf(0));
        var logged = Begun(group).Record(IdOf(0), ALog(1), standing, ByLead, Now).Then(Stop);
        Assert.Equal([new(Lead, about, int.MaxValue)], logged.Messages.OfType<NoticeWithdrawn>());
        var cancelled = Begun(group).Cancel(IdOf(0), new(), standing, ByLead, Now).Then(Stop);
        Assert.Equal([new(Lead, about, 0)], cancelled.Messages.OfType<NoticeWithdrawn>());
        var sameEvening = logged.Yes().StopAsking(Begun(group), standing, Now.AddHours(-10));
        Assert.Empty(sameEvening.Messages);
        Assert.NotEmpty(logged.Yes().StopAsking(Begun(group), standing, Now.AddDays(Asking.MaxDays)).Messages);
        Assert.Empty(logged.Yes().StopAsking(Begun(group), standing, Now.AddDays(Asking.MaxDays + 1)).Messages);
        Assert.Empty(logged.Yes().StopAsking(logged.Yes(), standing, Now).Messages);

        Next<Meeting> Stop(Meeting after) => after.StopAsking(Begun(group), standing, Now);
    }

    [Fact]
    public void The_work_of_a_day_begins_at_eight_and_is_done_once()
    {
        var today = Asking.MorningOf(Wednesday);
        var none = new Morning();
        Assert.Same(none, none.Begin(today.AddTicks(-1)));
        var begun = none.Begin(today);
        Assert.Equal((Wednesday, null, false), (begun.Day, begun.After, begun.IsDone));
        var half = begun.Passed(TheGroup);
        Assert.Same(half, half.Begin(today.AddHours(3)));
        Assert.Equal((TheGroup, false), (half.After, half.IsDone));
        var done = half.Passed(null);
        Assert.True(done.IsDone);
        Assert.Same(done, done.Begin(today.AddHours(15)));
        Assert.Same(done, done.Begin(today.AddHours(23)));
        Assert.Equal(new() { Day = Wednesday.AddDays(1) }, done.Begin(today.AddDays(1)));
    }

    /// <summary>The group, which PeerNet has known for longer than it asks for logs.</summary>
    private static Group Grown() => AGroup() with { FoundedOn = Tuesday.AddMonths(-10) };

    private static MeetingId IdOf(int weeksAgo) =>
        OccurrenceId.Derive(TheGroup, Tuesdays.Id, Tuesday.AddDays(-7 * weeksAgo));

    private static Meeting Begun(Group group) => new();

    private static Meeting Occurrence(Group group, int weeksAgo, RecordMeeting log)
    {
        var id = IdOf(weeksAgo);
        return new Meeting().Record(id, log, group.StandingFor(id, Now), ByLead, Now).Yes();
    }

    private static List<DateOnly> Missing(Group group, IReadOnlyCollection<Meeting> recorded) =>
        [.. Asking.MissingIn(group, recorded, Wednesday).Select(one => one.HeldOn)];
}
