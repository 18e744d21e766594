using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Link;

namespace PeerNet.Storage.Tests;

/// <summary>Neighbours of another version, and neighbours with more than one Gateway.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_letter_of_an_unaccepted_kind_waits_and_nothing_to_the_same_addressee_overtakes_it()
    {
        await Empty();
        var one = SeatId.Random();
        var other = SeatId.Random();
        await ACopy("group").Write(new Note
        {
            Outbox = [
                Waiting(Monday, SeatIsAnswered(one)),
                Waiting(Monday, SeatIsEnded(one)),
                Waiting(Monday, SeatIsEnded(other))
            ],
        });
        Assert.Equal([SeatIsEnded(other)], await Due("seatEnded"));
        Assert.Equal([SeatIsAnswered(one)], await Due("seatAnswered"));
        Assert.Equal(
            [SeatIsAnswered(one), SeatIsEnded(one), SeatIsEnded(other)], await Due("seatAnswered", "seatEnded"));
        Assert.Empty(await Due());
        Assert.Equal(
            [("seatAnswered", 1), ("seatEnded", 2)],
            (await Area.Link.CountMessages()).Where(count => count.To == North)
                .OrderBy(count => count.Kind)
                .Select(count => (count.Kind, count.Waiting)));

        async Task<IEnumerable<Letter>> Due(params string[] kinds) =>
            (await Area.Link.Letters(North, kinds, Monday, 10)).Select(letter => letter.Letter);
    }

    [Fact]
    public async Task Cards_are_acknowledged_by_the_first_of_several_readers_and_of_the_feed_that_it_reads_only()
    {
        var feed = $"{Guid.CreateVersion7():n}";
        var restored = $"{Guid.CreateVersion7():n}";
        await Area.Link.Enter([Card(feed, 901), Card(feed, 902), Card(restored, 901), Card(feed, 903)]);
        await Area.Link.AcknowledgeCards("card", North, new(feed, 902), Monday.AddSeconds(1));
        await Area.Link.AcknowledgeCards("card", North, new(feed, 901), Monday.AddSeconds(2));
        await Area.Link.AcknowledgeCards("card", South, new(feed, 903), Monday.AddSeconds(3));
        Assert.Equal(
            [Monday.AddSeconds(1), Monday.AddSeconds(1), null, null],
            (await Area.Link.Ledger(null, 4, North)).Reverse().Select(entry => entry.AcknowledgedAt));
    }

    [Fact]
    public async Task What_an_area_has_accepted_stays_accepted_whatever_it_answers_another_Gateway()
    {
        var accepted = SeatIsAnswered(SeatId.Random());
        var later = SeatIsAnswered(SeatId.Random());
        await Area.Link.Enter([.. new[] { accepted, later }
            .Select(letter => new Leaving($"{letter.Operation}", North, "seatAnswered", letter.Seat.Value, Monday))]);
        await Area.Link.Acknowledge(accepted.Operation, null, Monday.AddSeconds(1));
        await Area.Link.Acknowledge(accepted.Operation, "seat.not-found", Monday.AddSeconds(2));
        await Area.Link.Acknowledge(later.Operation, LinkRefusals.NotYet.Code, Monday.AddSeconds(3));
        Assert.Equal([(Monday.AddSeconds(1), null), (null, "link.not-yet")], await Answers());
        await Area.Link.Acknowledge(later.Operation, null, Monday.AddSeconds(4));
        Assert.Equal([(Monday.AddSeconds(1), null), (Monday.AddSeconds(4), null)], await Answers());

        async Task<IEnumerable<(DateTimeOffset? At, string? Refused)>> Answers() =>
            (await Area.Link.Ledger(null, 2, North)).Reverse().Select(entry => (entry.AcknowledgedAt, entry.Refused));
    }

    private static Leaving Card(string feed, long change) =>
        Leaving.Card(North, feed, new(CardState.Deleted, new GroupId(Guid.CreateVersion7()), change, null), Monday);

    private static SeatAnswered SeatIsAnswered(SeatId seat) =>
        new() { From = Brighton, To = North, Group = ALetter(1, North).Group, Seat = seat, Welcome = true };

    private static SeatEnded SeatIsEnded(
        SeatId seat) => new() { From = Brighton, To = North, Group = ALetter(1, North).Group, Seat = seat };

    private static AreaId Brighton => new("brighton-and-hove");
}
