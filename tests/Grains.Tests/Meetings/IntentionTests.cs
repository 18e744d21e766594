using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>What people intend before a meeting, which never makes it so.</summary>
public sealed class IntentionTests
{
    private static readonly GroupStanding Standing = NextStanding();

    [Fact]
    public void An_intention_begins_the_record_of_an_occurrence_and_makes_no_meeting()
    {
        var meeting = Intended(new(), Sam, Intention.Coming, BySam);
        Assert.Equal(
            (Next, "tuesday-evening", NextDay, Seven), (meeting.Id, meeting.Series, meeting.HeldOn, meeting.StartsAt));
        Assert.Equal((TheGroup, NextDay), (meeting.GroupId, meeting.OriginalDay));
        Assert.Equal((false, MeetingState.Planned), (meeting.Logged, meeting.State(meeting.Attendance)));
        Assert.Equal([new(Sam, Intention.Coming)], meeting.SeenBy(ByLead, Next, Standing, 1).Yes().Intentions!.Value);
    }

    [Fact]
    public void A_person_has_one_intention_which_they_or_a_lead_change_and_withdraw()
    {
        var first = Intended(Intended(new(), Sam, Intention.Coming, BySam), Lead, Intention.Perhaps, ByLead);
        Assert.Same(first, Intended(first, Sam, Intention.Coming, BySam));
        var changed = Intended(first, Sam, Intention.NotComing, ByLead);
        Assert.Equal([new(Sam, Intention.NotComing), new(Lead, Intention.Perhaps)], changed.Intentions);
        var withdrawn = changed.Withdraw(Next, Sam, Standing, BySam, Now).Yes();
        Assert.Equal([new(Lead, Intention.Perhaps)], withdrawn.Intentions);
        Assert.Same(withdrawn, withdrawn.Withdraw(Next, Sam, Standing, ByLead, Now).Yes());
    }

    [Fact]
    public void Nobody_states_what_others_intend_but_leads_for_people_of_the_group()
    {
        Assert.Equal("access.not-yours", No(new(), Person(3), BySam));
        Assert.Equal("access.not-yours", No(new(), Stranger, ByStranger));
        Assert.Equal("meeting.person-unknown", No(new(), Stranger, ByLead));
        Assert.Equal("access.not-yours", new Meeting().Withdraw(Next, Sam, Standing, ByStranger, Now).No());
    }

    [Fact]
    public void Intentions_end_when_the_meeting_begins_is_cancelled_or_is_logged()
    {
        var starts = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        Assert.NotNull(new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, starts.AddTicks(-1)).Yes());
        Assert.Equal("meeting.begun", new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, starts).No());
        var cancelled = new Meeting().Cancel(Next, new(), Standing, ByLead, Now).Yes();
        Assert.Equal("meeting.cancelled", No(cancelled, Sam, BySam));
        Assert.Equal("meeting.already-held", No(ALoggedMeeting(AGroup(), ALog(1)), Sam, BySam));
    }

    [Fact]
    public void There_is_nothing_to_intend_where_no_meeting_is_planned()
    {
        Assert.Equal("meeting.not-found", No(new(), Sam, BySam, GroupStanding.None));
        Assert.Equal("meeting.not-found", No(new(), Sam, BySam, Standing with { Occurrence = null }));
        Assert.Equal("meeting.not-found", No(new(), Sam, BySam, Standing with { Exists = false }));
        Assert.Equal("meeting.not-found", No(new(), Sam, BySam, Standing with { ClosesOn = NextDay }));
        Assert.NotNull(Intended(new(), Sam, Intention.Coming, BySam, Standing with { ClosesOn = NextDay.AddDays(1) }));
        var unplanned = Standing with { Occurrence = Standing.Occurrence! with { StartsAt = null } };
        Assert.Equal("meeting.not-found", No(new(), Sam, BySam, unplanned));
    }

    [Fact]
    public void People_who_have_left_are_not_expected_and_make_room()
    {
        var full = Enumerable.Range(1, 500).Select(n => new IntentionLine(Person(n), Intention.Coming));
        var meeting = Intended(new(), Sam, Intention.Coming, BySam) with { Intentions = [.. full] };
        var everybody = Standing with { Roster = [.. Enumerable.Range(1, 501).Select(Person)] };
        Assert.Equal("meeting.too-much", No(meeting, Person(501), By(Person(501)), everybody));
        var left = everybody with { Roster = everybody.Roster.Remove(Person(7)) };
        Assert.Equal(
            500, Intended(meeting, Person(501), Intention.Coming, By(Person(501)), left).Intentions.Length);
        Assert.Equal([Sam], Intended(new(), Sam, Intention.Coming, BySam).SeenBy(ByLead, Next, Standing, 1).Yes()
            .Intentions!.Value.Select(line => line.MemberId));
        Assert.Empty(Intended(new(), Sam, Intention.Coming, BySam)
            .SeenBy(ByLead, Next, Standing with { Roster = [Lead] }, 1).Yes().Intentions!.Value);
    }

    private static Meeting Intended(
        Meeting meeting, MemberId member, Intention intention, Caller by, GroupStanding? standing = null) =>
        meeting.Intend(Next, member, intention, standing ?? Standing, by, Now).Yes();

    private static string No(Meeting meeting, MemberId member, Caller by, GroupStanding? standing = null) =>
        meeting.Intend(Next, member, Intention.Coming, standing ?? Standing, by, Now).No();
}

/// <summary>The next Tuesday evening of the group.</summary>
internal static class Evenings
{
    public static readonly DateOnly NextDay = Tuesday.AddDays(7);
    public static readonly MeetingId Next = On(NextDay);

    public static MeetingId On(DateOnly day) =>
        PeerNet.Calendar.OccurrenceId.Derive(TheGroup, "tuesday-evening", day);

    public static GroupStanding StandingOn(DateOnly day) => AGroup().StandingFor(On(day), Now);

    public static GroupStanding NextStanding() => StandingOn(NextDay);
}
