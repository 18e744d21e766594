using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

public sealed class OutboxTests
{
    [Fact]
    public void A_message_that_is_accepted_goes_and_news_of_one_not_there_changes_nothing()
    {
        var row = Waiting(TheLeaving(), TheMark(1));
        Assert.Equal([TheMark(row.LastNumber)], Settled(row, TheLeaving(), null).Outbox.Sent<Letter>());
        Assert.Same(row, Settled(row, TheLeaving(5), null));
    }

    [Fact]
    public void A_message_refused_five_times_is_parked_with_the_reason_and_an_acceptance_still_settles_it()
    {
        var row = Waiting(TheLeaving());
        for (var refusal = 1; refusal <= 4; refusal++) row = Settled(row, TheLeaving(), "group.not-found");
        Assert.Equal((4, null), (row.Outbox[0].Refusals, row.Outbox[0].Parked));
        var parked = Settled(row, TheLeaving(), "group.not-found");
        Assert.Equal(("group.not-found", null), (parked.Outbox[0].Parked, parked.Outbox[0].NotBefore));
        Assert.Same(parked, Settled(parked, TheLeaving(), "group.not-found"));
        Assert.Empty(Settled(parked, TheLeaving(), null).Outbox);
    }

    [Fact]
    public void Two_who_carry_the_same_message_at_once_count_as_one_attempt()
    {
        var row = Waiting(TheLeaving());
        var answer = Delivery.Of(TheLeaving().Operation, 0, "group.not-found");
        var once = row.Settle(answer, East, Now).Yes();
        Assert.Same(once, once.Settle(answer, East, Now).Yes());
        Assert.Equal((1, 1), (once.Outbox[0].Attempts, once.Outbox[0].Refusals));
    }

    [Fact]
    public void Each_refusal_doubles_the_wait_up_to_a_minute_or_so()
    {
        var row = Waiting(TheLeaving());
        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            row = Settled(row, TheLeaving(), "group.not-found");
            Assert.Equal(Now.AddSeconds(seconds), row.Outbox[0].NotBefore);
            Assert.Equal((false, true), (row.Outbox[0].IsDue(Now), row.Outbox[0].IsDue(Now.AddSeconds(seconds))));
        }
        var failing = Enumerable.Range(0, 20)
            .Aggregate(row, (one, n) => one.Settle(Delivery.Fault(TheLeaving().Operation, 4 + n), East, Now).Yes());
        Assert.Equal(Now.AddSeconds(64), failing.Outbox[0].NotBefore);
    }

    [Fact]
    public void An_addressee_that_fails_or_must_be_upgraded_first_is_never_taken_to_have_refused()
    {
        var row = Waiting(TheLeaving());
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var answer = attempt % 2 == 0
                ? Delivery.Fault(TheLeaving().Operation, attempt)
                : Delivery.Of(TheLeaving().Operation, attempt, "link.not-yet");
            row = row.Settle(answer, East, Now).Yes();
            Assert.Null(row.Outbox[0].Parked);
        }
        Assert.Equal((20, 0), (row.Outbox[0].Attempts, row.Outbox[0].Refusals));
        Assert.Equal(
            Now.AddSeconds(64), Settled(Waiting(TheLeaving()), TheLeaving(), "link.not-yet").Outbox[0].NotBefore);
    }

    [Fact]
    public void A_closed_border_counts_as_nothing_said()
    {
        var row = Waiting(TheLeaving());
        var held = Settled(row, TheLeaving(), "link.border-closed");
        Assert.Equal(row.Outbox, [.. held.Outbox.Select(posted => posted with { Code = null })]);
        Assert.Same(held, Settled(held, TheLeaving(), "link.border-closed"));
    }

    [Fact]
    public void What_must_not_overtake_a_message_waits_with_it_and_nothing_else_does()
    {
        var second = TheMark(1) with { Meeting = new(TheGroup.Value) };
        var row = Waiting(TheMark(1), second, TheMark(1) with { Seat = Token(2) }, TheLeaving());
        var held = Settled(row, TheMark(row.LastNumber), "group.not-found");
        Assert.Equal([false, false, true, true], held.Outbox.Select(posted => posted.IsDue(Now)));
        var later = held.Stored((_, _) => new ANext(TheMark(2) with { Meeting = new(Person(7).Value) }).Next);
        Assert.Equal(held.Outbox[0].NotBefore, later.Outbox[^1].NotBefore);
    }

    [Fact]
    public void A_message_replaces_the_waiting_one_that_it_makes_superfluous()
    {
        Message[] written =
        [
            TheMark(1), TheMark(2, Mark.Absent), TheMark(4) with { Meeting = new(TheGroup.Value) },
            TheMark(3) with { Seat = Token(2) },
            TheirWord(true, 1), TheirWord(false, 2), TheirWord(true, 3) with { With = GroupOfWest },
            TheirMeeting(1), TheirMeeting(2, withdrawn: true), TheirMeeting(3) with { To = Brighton },
        ];
        var first = new Row<Writer>().NumberAt(Now);
        var row = written.Aggregate(
            new Row<Writer>(),
            (one, message) => one.After((_, _) => new ANext(message).Next, new("north-sussex"), Now).Yes());
        var kept = written.Select((message, n) => message.Numbered(first + n)).Where((_, n) => n is not (0 or 4 or 7));
        Assert.Equal(kept, row.Outbox.Sent<Message>());
    }

    [Fact]
    public void Messages_that_leave_the_area_carry_a_number_that_tells_the_time_and_those_at_home_the_version()
    {
        var row = new Row<Writer> { Version = 6, LastNumber = 5 }.Stored((_, _) =>
            new ANext(TheirWord(true, 0) with { To = Brighton }, new MembershipChanged(Sam, TheGroup, null)).Next);
        var seconds = (int)(Now - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;
        Assert.Equal((seconds, 7), (row.Waiting<ConnectionSaid>()!.Version, row.Waiting<MembershipChanged>()!.Version));
        Assert.Equal(seconds, row.LastNumber);
        Assert.Equal(seconds + 1, row.NumberAt(Now));
        Assert.Equal(
            seconds, row.Stored((_, _) => new ANext(new MembershipChanged(Lead, TheGroup, null)).Next).LastNumber);
    }

    [Fact]
    public void Messages_are_stored_under_the_names_that_queries_look_for()
    {
        var row = JsonSerializer.SerializeToElement(Waiting(TheAsking() with { To = Brighton }), PeerNetJson.Options);
        var posted = row.GetProperty("outbox")[0];
        Assert.Equal(["to", "since", "message"], posted.EnumerateObject().Select(field => field.Name));
        Assert.Equal($"brighton-and-hove/group/{TheGroup}", posted.GetProperty("to").GetString());
        Assert.Equal("seatAsked", posted.GetProperty("message").GetProperty("kind").GetString());
    }

    private static Row<Writer> Waiting(params Message[] messages) =>
        new Row<Writer>().Stored((_, _) => new ANext(messages).Next);

    private static Row<Writer> Settled(Row<Writer> row, Message message, string? refused) =>
        row.Settled(message.Operation, refused);

    private sealed record ANext(params Message[] Messages)
    {
        public Next<Writer> Next => new Writer().Send(Messages);
    }

    private sealed record Writer : ISends<Writer>;
}
