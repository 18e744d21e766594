using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>Marks, counts and corrections at their edges, and what readers see of them.</summary>
public sealed class LogTests
{
    private static readonly GroupStanding Standing = AGroup().Standing;

    [Fact]
    public void Nothing_is_logged_of_a_group_or_meeting_that_does_not_exist()
    {
        Assert.Equal(
            "group.not-found", new Meeting().Record(TheMeeting, ALog(1), GroupStanding.None, ByCoordinator, Now).No());
        Assert.Equal(
            "meeting.not-found",
            new Meeting().Attend(TheMeeting, Sam, new(Mark.Present), Standing, ByLead, Now).No());
        Assert.Equal("meeting.not-found", new Meeting().Count(TheMeeting, new(1), Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.not-found",
            new Meeting().Correct(Correction(1), new() { Why = "x" }, Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.not-found", new Meeting().Cancel(TheMeeting, new(), GroupStanding.None, ByCoordinator, Now).No());
    }

    [Fact]
    public void A_count_at_the_door_logs_the_meeting_and_the_same_count_again_changes_nothing()
    {
        var planned = APlannedMeeting(AGroup());
        Assert.Equal("access.leads-only", planned.Count(TheMeeting, new(1), Standing, BySam, Now).No());
        Assert.Equal("meeting.count", planned.Count(TheMeeting, new(-1), Standing, ByLead, Now).No());
        var empty = planned.Count(TheMeeting, new(), Standing, ByLead, Now).Yes();
        Assert.Equal((true, true, 0), (empty.Logged, empty.IsHeld, empty.Attendance.HeadCount));
        Assert.Same(empty, empty.Count(TheMeeting, new(), Standing, ByLead, Now).Yes());
        Assert.Equal(2, empty.Count(TheMeeting, new(2), Standing, ByLead, Now).Yes().Attendance.HeadCount);
        var off = ALoggedMeeting(AGroup(), ALog() with { DidNotHappen = new(NotHeldReason.Other) });
        Assert.Equal("meeting.not-held", off.Count(TheMeeting, new(1), Standing, ByLead, Now).No());
        var cancelled = planned.Cancel(TheMeeting, new(), Standing, ByLead, Now).Yes();
        Assert.Equal("meeting.cancelled", cancelled.Count(TheMeeting, new(1), Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.cancelled", cancelled.Attend(TheMeeting, Sam, new(Mark.Present), Standing, BySam, Now).No());
    }

    [Fact]
    public void Somebody_who_joins_after_the_log_does_not_mark_themselves()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1));
        var later = AGroup().With(Person(7)).Standing;
        Assert.Equal(
            "access.not-yours",
            logged.Attend(TheMeeting, Person(7), new(Mark.Present), later, By(Person(7)), Now).No());
        Assert.True(logged.Attend(TheMeeting, Person(7), new(Mark.Present), later, ByLead, Now).Yes()
            .Attendance.LineOf(Person(7))!.Visitor);
        var left = Standing with { Roster = [Lead] };
        Assert.NotNull(logged.Attend(TheMeeting, Sam, new(Mark.Present), left, BySam, Now).Yes());
    }

    [Fact]
    public void Only_somebody_present_is_given_the_place_of_a_person_counted_without_a_name()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1) with { Unnamed = new(Newcomers: 1) });
        Assert.Equal("meeting.nobody-to-name", Named(Mark.Absent, UnnamedKind.Newcomers));
        Assert.Equal("meeting.nobody-to-name", Named(Mark.Present, UnnamedKind.Carers));
        var named = logged.Attend(
            TheMeeting, Sam, new(Mark.Present, UnnamedKind.Newcomers), Standing, ByLead, Now).Yes();
        Assert.Same(named, named.Attend(TheMeeting, Sam, new(Mark.Present), Standing, ByLead, Now).Yes());
        Assert.Equal(
            "meeting.already-named",
            named.Attend(TheMeeting, Sam, new(Mark.Present, UnnamedKind.Carers), Standing, ByLead, Now).No());

        string Named(Mark mark, UnnamedKind kind) =>
            logged.Attend(TheMeeting, Sam, new(mark, kind), Standing, ByLead, Now).No();
    }

    [Fact]
    public void People_whom_nobody_knows_here_are_refused_five_of_them_by_ID()
    {
        MemberId[] unknown = [.. Enumerable.Range(50, 6).Select(Person)];
        var log = ALog(1) with { Absent = [.. unknown] };
        Assert.True(new Meeting().Record(TheMeeting, log, Standing, ByLead, Now).Refused(out var refusal, out _));
        Assert.Equal("meeting.person-unknown", refusal.Code);
        Assert.Contains(
            string.Join(", ", unknown.Take(5)), $"{refusal.Field} {refusal.Detail}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{unknown[5]}", $"{refusal}", StringComparison.Ordinal);
        var crowd = log with { Absent = [.. Enumerable.Range(50, 501).Select(Person)] };
        Assert.Equal("meeting.too-much", new Meeting().Record(TheMeeting, crowd, Standing, ByLead, Now).No());
        crowd = log with { Absent = [.. Enumerable.Range(50, 500).Select(Person)] };
        Assert.Equal("meeting.person-unknown", new Meeting().Record(TheMeeting, crowd, Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.person-unknown",
            ALoggedMeeting(AGroup(), ALog(1)).Attend(TheMeeting, Stranger, new(Mark.Present), Standing, ByLead, Now)
                .No());
        Assert.Equal(
            "meeting.person-unknown",
            ALoggedMeeting(AGroup(), ALog(1)).Correct(
                Correction(1), new() { Why = "x", Marks = [new(Stranger, Mark.Present)] }, Standing, ByLead, Now).No());
    }

    [Fact]
    public void Everything_about_a_log_is_for_the_group_s_people_and_one_s_own_mark_for_whoever_was_there()
    {
        var group = AGroupWithSomeoneWhoAsked(5);
        var log = ALog(1, 99) with
        {
            Apologies = [Sam], Absent = [Person(3)], Unnamed = new(Carers: 2), Notes = "Good evening"
        };
        var planned = APlannedMeeting(group) with { Place = new() { Name = "Pier", Privacy = PlacePrivacy.OnRequest } };
        var meeting = planned.Record(TheMeeting, log, group.Standing, ByLead, Now).Yes();
        var inside = meeting.SeenBy(BySam, group.Standing, 4).Yes();
        Assert.Equal(
            (2, 4, 2, 1, 1), (inside.Named, inside.HeadCount, inside.Present, inside.Apologies, inside.Absent));
        Assert.Equal((2, new Unnamed(Carers: 2), "Good evening"), (inside.NotRecorded, inside.Unnamed, inside.Notes));
        Assert.Equal((6, 4, "Pier"), (inside.Roster.Length, inside.Version, inside.Place!.Name));
        var own = meeting.SeenBy(ByStranger, group.Standing, 4).Yes();
        Assert.Equal([new(Stranger, Mark.Present, Visitor: true)], own.Roster);
        Assert.Equal((null, null, null, null), (own.HeadCount, own.Notes, own.Unnamed, own.Place!.Name));
        Assert.Null(own.Intentions);
        var open = planned.SeenBy(By(Person(50)), group.Standing, 1).Yes();
        Assert.Equal((false, MeetingState.Planned, 0), (open.Logged, open.State, open.Roster.Length));
        Assert.Null(planned.SeenBy(BySam, group.Standing, 1).Yes().HeadCount);
    }

    [Fact]
    public void A_meeting_keeps_the_length_it_had_when_it_was_logged()
    {
        var logged = new Meeting().Record(TheMeeting, ALog(1), Standing with { Minutes = 45 }, ByLead, Now).Yes();
        Assert.Equal(45, logged.Minutes);
        var marked =
            logged.Attend(TheMeeting, Sam, new(Mark.Present), Standing with { Minutes = 60 }, ByLead, Now).Yes();
        Assert.Equal(45, marked.SeenBy(ByLead, Standing with { Minutes = 60 }, 1).Yes().Minutes);
        var own = (APlannedMeeting(AGroup()) with { Minutes = 30 }).Record(TheMeeting, ALog(1), Standing, ByLead, Now);
        Assert.Equal(30, own.Yes().Minutes);
    }

    [Fact]
    public void A_correction_keeps_what_it_leaves_out_and_replaces_what_it_says()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1) with { Notes = "Good", Unnamed = new(2) });
        var time = Corrected(new() { Why = "Later", StartsAt = new(20, 0) });
        Assert.Equal(
            (new(20, 0), Tuesday, 3, "Good"),
            (time.StartsAt, time.HeldOn, time.Attendance.HeadCount, time.Attendance.Notes));
        var note = Corrected(new() { Why = "Rude", Notes = "Fine", Unnamed = new(1) });
        Assert.Equal((2, "Fine"), (note.Attendance.HeadCount, note.Attendance.Notes));
        var off = Corrected(new() { Why = "Wrong", DidNotHappen = new(NotHeldReason.Other, "Rain") });
        Assert.Equal(
            (new(NotHeldReason.Other, "Rain"), new Unnamed()), (off.Attendance.DidNotHappen, off.Attendance.Counted));
        Assert.Equal(Mark.NotRecorded, off.Attendance.LineOf(Lead)!.Mark);
        var on = off.Correct(Correction(2), new() { Why = "No", Unnamed = new(4) }, Standing, ByLead, Now).Yes();
        Assert.Equal((null, 4, true), (on.Attendance.DidNotHappen, on.Attendance.HeadCount, on.IsHeld));
        var still = off.Correct(Correction(2), new() { Why = "No", Notes = "Rain" }, Standing, ByLead, Now).Yes();
        Assert.NotNull(still.Attendance.DidNotHappen);
        var same = off.Correct(
            Correction(1),
            new() { Why = "Wrong", DidNotHappen = new(NotHeldReason.Other, "Rain") },
            Standing,
            ByLead,
            Now);
        Assert.Same(off, same.Yes());

        Meeting Corrected(CorrectMeeting correction) =>
            logged.Correct(Correction(1), correction, Standing, ByLead, Now).Yes();
    }

    [Fact]
    public void A_plan_is_refused_after_the_group_has_closed_and_for_a_meeting_that_is_cancelled()
    {
        var plan = new PlanMeeting { GroupId = TheGroup, HeldOn = NextDay, StartsAt = Seven };
        var closing = Standing with { ClosesOn = NextDay };
        Assert.Equal("group.closed", Planned(new(), plan, closing).No());
        Assert.NotNull(Planned(new(), plan, Standing with { ClosesOn = NextDay.AddDays(1) }).Yes());
        var cancelled = Planned(new(), plan, Standing).Yes().Cancel(TheMeeting, new(), Standing, ByLead, Now).Yes();
        Assert.Equal("meeting.cancelled", Planned(cancelled, plan with { Minutes = 20 }, Standing).No());
        Assert.Same(cancelled, Planned(cancelled, plan, Standing).Yes());

        static Grains.Durability.Next<Meeting> Planned(Meeting meeting, PlanMeeting plan, GroupStanding group)
        {
            var isNew = meeting.GroupId is null;
            return meeting.Plan(
                TheMeeting, plan, isNew ? IfMatch.None : IfMatch.Any, isNew ? 0 : 1, group, ByLead, Now);
        }
    }

    [Fact]
    public void A_one_off_that_nobody_planned_is_cancelled_on_a_day_and_at_a_time_that_exist()
    {
        var cancel = new CancelMeeting { GroupId = TheGroup, HeldOn = NextDay, StartsAt = Seven };
        var cancelled = new Meeting().Cancel(TheMeeting, cancel, Standing, ByLead, Now);
        Assert.Equal(
            (TheMeeting, TheGroup, true), (cancelled.Yes().Id, cancelled.Yes().GroupId, cancelled.Yes().IsPlanned));
        Assert.Single(cancelled.Messages);
        Assert.Equal("meeting.day", No(cancel with { HeldOn = new(2036, 1, 1) }));
        Assert.Equal("meeting.no-such-time", No(cancel with { HeldOn = new(2027, 3, 28), StartsAt = new(1, 30) }));
        Assert.Equal("meeting.not-found", No(cancel with { StartsAt = null }));
        Assert.Equal("meeting.text", No(cancel with { Reason = new('x', 501) }));
        Assert.Equal("access.leads-only", new Meeting().Cancel(TheMeeting, cancel, Standing, BySam, Now).No());

        static string No(CancelMeeting request) =>
            new Meeting().Cancel(TheMeeting, request, Standing, ByLead, Now).No();
    }

    [Fact]
    public void Leads_name_guests_by_their_tokens_in_logs_and_corrections()
    {
        var guests = new GuestTokens([AGroupWithAGuest().Seats[0]]);
        var token = new MemberId(TheSeat.Value);
        var log = guests.Resolve(ALog() with { Present = [token], Apologies = [token], Absent = [token, Sam] });
        Assert.Equal((TheGuest, TheGuest), (log.Present.Single(), log.Apologies.Single()));
        Assert.Equal([TheGuest, Sam], log.Absent);
        var correction =
            guests.Resolve(new CorrectMeeting { Why = "x", Marks = [new(token, Mark.Absent), new(Sam, Mark.Present)] });
        Assert.Equal([new(TheGuest, Mark.Absent), new(Sam, Mark.Present)], correction.Marks);
        var alone = ALog(1);
        Assert.Same(alone, new GuestTokens([]).Resolve(alone));
    }

    [Fact]
    public void A_token_that_is_on_the_roster_or_that_nobody_has_means_no_guest()
    {
        var standing = AGroupWithAGuest().Standing;
        var token = new MemberId(TheSeat.Value);
        var logged = ALoggedMeeting(AGroup(), ALog(1));
        var marked = logged.Attend(
            TheMeeting, token, new(Mark.Present), standing with { Asked = [token] }, ByLead, Now).Yes();
        Assert.Empty(GuestTokens.Among([token], marked.Attendance, standing, ByLead).Seats);
        Assert.Single(GuestTokens.Among([token], logged.Attendance, standing, ByLead).Seats);
        Assert.Empty(GuestTokens.Among([Sam], logged.Attendance, standing, ByLead).Seats);
    }
}
