using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>Who is told that a meeting is different from what they said they would come to.</summary>
public sealed class ExpectedTests
{
    private static readonly GroupStanding Standing = NextStanding() with { Roster = [Lead, Sam, Person(3), Person(4)] };

    private static readonly PlanMeeting Later = new() { GroupId = TheGroup, HeldOn = NextDay, StartsAt = new(20, 0) };

    [Fact]
    public void Whoever_comes_or_perhaps_comes_is_told_that_it_is_moved_and_nobody_else()
    {
        var about = new NoticeAbout(NoticeKind.MeetingChanged) { GroupId = TheGroup, MeetingId = Next };
        var starts = new DateTimeOffset(NextDay, new(20, 0), TimeSpan.Zero);
        Assert.Equal(
            [new(Sam, about, 1, starts), new(Person(3), about, 1, starts)], Told(Move(Expected(), Later)));
    }

    [Fact]
    public void Each_change_tells_them_and_one_that_is_sent_again_tells_them_once()
    {
        var off = Cancel(Expected());
        Assert.Equal([Sam, Person(3)], Told(off).Select(told => told.Member));
        var cancelled = Revised(Expected(), off);
        Assert.Empty(Told(Cancel(cancelled)));
        Assert.Empty(Told(cancelled.Cancel(Next, new() { Reason = "Flu" }, Standing, ByLead, Now)));
        var on = cancelled.Reinstate(Next, Standing, ByLead, Now);
        Assert.Equal([2, 2], Told(on).Select(told => told.Occasion));
        Assert.Empty(Told(Revised(cancelled, on).Reinstate(Next, Standing, ByLead, Now)));
    }

    [Fact]
    public void They_are_told_that_it_is_logged_as_off_before_it_has_begun_and_of_no_other_log()
    {
        var starts = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        var off = ALog() with { HeldOn = NextDay, DidNotHappen = new(NotHeldReason.Lead) };
        var told = Told(Expected().Record(Next, off, Standing, ByLead, starts.AddHours(-9))).ToList();
        Assert.Equal([Sam, Person(3)], told.Select(one => one.Member));
        Assert.All(told, one => Assert.Equal(starts, one.Until));
        Assert.Empty(Told(Expected().Record(Next, off, Standing, ByLead, starts)));
        var held = ALog(1) with { HeldOn = NextDay };
        Assert.Empty(Told(Expected().Record(Next, held, Standing, ByLead, starts.AddHours(-9))));
    }

    [Fact]
    public void Whoever_changes_it_or_has_left_or_is_a_guest_is_not_told()
    {
        Assert.Equal([Lead, Person(3)], Told(Move(Expected(), Later, By(Sam))).Select(told => told.Member));
        var left = Standing with { Roster = [Lead, Person(3)] };
        Assert.Equal([Person(3)], Told(Expected().Cancel(Next, new(), left, ByLead, Now)).Select(told => told.Member));
        var guest = new GuestSeat(SeatId.Random(), new("west-sussex"), "Robin", SeatState.Seated, Now);
        var withGuest = Standing with { Roster = [Sam, guest.RosterId], Seats = [guest] };
        var coming = Expected(guest.RosterId, Sam);
        Assert.Equal([Sam], Told(coming.Cancel(Next, new(), withGuest, ByLead, Now)).Select(told => told.Member));
    }

    [Fact]
    public void A_change_of_a_meeting_that_has_begun_tells_nobody()
    {
        var begun = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        Assert.Empty(Told(Expected().Cancel(Next, new(), Standing, ByLead, begun)));
        Assert.NotEmpty(Told(Expected().Cancel(Next, new(), Standing, ByLead, begun.AddTicks(-1))));
    }

    private static Meeting Expected(params MemberId[] coming)
    {
        IEnumerable<IntentionLine> lines = coming is []
            ? [new(Lead, Intention.Coming), new(Sam, Intention.Coming), new(Person(3), Intention.Perhaps),
                new(Person(4), Intention.NotComing)]
            : coming.Select(one => new IntentionLine(one, Intention.Coming));
        return new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, Now).Yes() with
        {
            Intentions = [.. lines],
        };
    }

    private static Next<Meeting> Move(Meeting meeting, PlanMeeting plan, Caller? by = null) =>
        meeting.Plan(Next, plan, IfMatch.Any, 1, Standing with { Leads = [Lead, Sam] }, by ?? ByLead, Now);

    private static Next<Meeting> Cancel(Meeting meeting) => meeting.Cancel(Next, new(), Standing, ByLead, Now);

    private static Meeting Revised(Meeting before, Next<Meeting> next) =>
        next.Then(after => after.Revise(before, Standing, Now)).Yes();

    private static IEnumerable<NoticeTold> Told(Next<Meeting> next) => next.Messages.OfType<NoticeTold>();
}
