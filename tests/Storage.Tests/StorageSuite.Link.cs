using System.Collections.Concurrent;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Link;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly AreaId North = new("north-sussex");
    private static readonly AreaId South = new("south-sussex");

    [Fact]
    public async Task A_card_is_in_the_feed_once_at_its_newest_change()
    {
        var start = (await Area.Link.Feed("group")).Newest;
        var one = ACopy("group");
        var other = ACopy("group");
        await one.Write(new Note { Face = "1" });
        await other.Write(new Note { Face = "1" });
        await one.Write(new Note { Face = "2" });

        var changes = await Area.Link.Changes("group", start, 10);
        Assert.Equal([IdOf(other), IdOf(one)], changes.Select(change => change.Id));
        Assert.True(changes[0].Change < changes[1].Change);
        Assert.Equal(changes[1].Change, (await Area.Link.Feed("group")).Newest);
    }

    [Fact]
    public async Task The_newest_changes_of_a_kind_are_read_backwards_and_what_was_never_shared_is_none()
    {
        var start = (await Area.Link.Feed("practice")).Newest;
        Copy[] all = [ACopy("practice"), ACopy("practice"), ACopy("practice"), ACopy("practice")];
        foreach (var (place, practice) in all.Index())
            await practice.Write(new Note { Face = place == 1 ? null : $"{place}" });
        var newest = await Area.Link.NewestChanges("practice", long.MaxValue, 2);
        Assert.Equal([IdOf(all[3]), IdOf(all[2])], newest.Select(change => change.Id));
        var before = await Area.Link.NewestChanges("practice", newest[^1].Change, 10);
        Assert.Equal(IdOf(all[0]), before[0].Id);
        Assert.All(before.Skip(1), change => Assert.True(change.Change <= start));

        await all[0].Clear();
        newest = await Area.Link.NewestChanges("practice", long.MaxValue, 1);
        Assert.Equal((IdOf(all[0]), null), (newest[0].Id, newest[0].Payload));
    }

    [Fact]
    public async Task A_called_off_meeting_moves_the_number_and_joining_and_waiting_messages_do_not()
    {
        var group = ACopy("group");
        await group.Write(new Note { Face = "1", Text = "nobody" });
        var before = await Area.Link.Feed("group");
        await group.Write(new Note { Face = "1", Text = "somebody", Outbox = [AMessage(Monday)] });
        await ACopy("member").Write(new Note { Face = "4" });
        Assert.Equal(before, await Area.Link.Feed("group"));

        await group.Write(new Note { Face = "2" });
        Assert.Equal([IdOf(group)], (await Area.Link.Changes("group", before.Newest, 10)).Select(change => change.Id));
    }

    [Fact]
    public async Task A_cleared_group_stays_in_the_feed_as_gone()
    {
        var group = ACopy("group");
        await group.Write(new Note { Face = "1" });
        var before = (await Area.Link.Feed("group")).Newest;
        await group.Clear();
        Assert.Null(Assert.Single(await Area.Link.Changes("group", before, 10)).Payload);
    }

    [Fact]
    public async Task A_reader_that_continues_from_the_last_number_misses_nothing_written_meanwhile()
    {
        var at = (await Area.Link.Feed("group")).Newest;
        var seen = new ConcurrentDictionary<Guid, byte>();
        var written = new ConcurrentBag<Guid>();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 40; i++)
            {
                var group = ACopy("group");
                await group.Write(new Note { Face = "1" });
                if (i % 2 == 0) await group.Write(new Note { Face = "2" });
                written.Add(IdOf(group));
            }
        }));
        async Task ReadOn()
        {
            while (await Area.Link.Changes("group", at, 7) is { Count: > 0 } page)
            {
                foreach (var change in page) seen.TryAdd(change.Id, 0);
                at = page[^1].Change;
            }
        }

        while (!writing.IsCompleted) await ReadOn();
        await writing;
        await ReadOn();
        Assert.Empty(written.Except(seen.Keys));
    }

    [Fact]
    public async Task No_change_ever_appears_below_one_that_was_already_read()
    {
        var newest = (await Area.Link.Feed("group")).Newest;
        var start = newest;
        var groups = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
        var writing = Task.WhenAll(groups.Select(async id =>
        {
            var group = ACopy("group", id);
            for (var edition = 1; edition <= 15; edition++) await group.Write(new Note { Face = $"{edition}" });
        }));
        var seen = new HashSet<long>();
        bool last;
        do
        {
            last = writing.IsCompleted;
            var read = (await Area.Link.Changes("group", start, 1000)).Select(change => change.Change).ToList();
            var added = read.Where(seen.Add).ToList();
            Assert.All(added, change => Assert.True(change > newest));
            newest = added.Append(newest).Max();
        }
        while (!last);
        await writing;
    }

    [Fact]
    public async Task Letters_wait_in_order_until_they_are_gone_or_parked()
    {
        await Empty();
        var early = ACopy("group");
        var late = ACopy("meeting");
        await late.Write(new Note { Outbox = [Waiting(Monday.AddHours(1), ALetter(3, North))] });
        await early.Write(new Note
        {
            Outbox =
            [
                Waiting(Monday, ALetter(1, North)),
                Waiting(Monday, ALetter(2, North)) with { Attempts = 3, NotBefore = Monday.AddHours(1) },
                Waiting(Monday, ALetter(4, South)),
                Waiting(Monday, ALetter(5, North)) with { Parked = "seat.not-found" },
            ],
        });

        var waiting = await Area.Link.Letters(North, ["seatLeft"], Monday.AddDays(1), 10);
        Assert.Equal([ALetter(1, North), ALetter(2, North), ALetter(3, North)], waiting.Select(one => one.Letter));
        Assert.Equal([0, 3, 0], waiting.Select(one => one.Attempt));
        Assert.Equal(
            [("group", early.Key), ("group", early.Key), ("meeting", late.Key)],
            waiting.Select(one => (one.Kind, one.GrainKey)));
        Assert.Equal(
            [new(North, "seatLeft", 3, 1, Monday), new MessageCount(South, "seatLeft", 1, 0, Monday)],
            (await Area.Link.CountMessages()).OrderBy(one => one.To.Value));
        await early.Write(new Note());
        Assert.Equal(
            ALetter(3, North),
            Assert.Single(await Area.Link.Letters(North, ["seatLeft"], Monday.AddDays(1), 10)).Letter);
    }

    [Fact]
    public async Task Everything_sent_is_recorded_once_and_acknowledged_by_its_receiver()
    {
        var letter = ALetter(Random.Shared.Next(), North);
        Leaving Card(AreaId to, long change) =>
            new($"card/{to}/test/{change}", to, "card", Guid.CreateVersion7(), Monday, change);
        Leaving[] leaving = [
            Card(North, 901),
            Card(North, 902),
            Card(South, 901),
            new(letter.Operation.ToString(), North, "seatLeft", letter.Seat.Value, Monday)
        ];
        await Area.Link.Enter(leaving);
        await Area.Link.Enter([leaving[0] with { At = Monday.AddDays(1) }]);
        await Area.Link.AcknowledgeCards("card", North, new("test", 901), Monday.AddSeconds(2));
        await Area.Link.Acknowledge(letter.Operation, "seat.not-found", Monday.AddSeconds(3));

        var entries = (await Area.Link.Ledger(null, 4, null)).Reverse().ToList();
        Assert.Equal(
            [
                (North, "card", Monday.AddSeconds(2), null),
                (North, "card", null, null),
                (South, "card", null, null),
                (North, "seatLeft", Monday.AddSeconds(3), "seat.not-found")
            ],
            entries.Select(entry => (entry.To, entry.Kind, entry.AcknowledgedAt, entry.Refused)));
        Assert.All(entries, entry => Assert.Equal(Monday, entry.LeftAt));
        Assert.Equal(letter.Seat.Value, entries[3].Subject);
        Assert.Equal(entries[2].Id, (await Area.Link.Ledger(entries[3].Id, 1, null))[0].Id);
        Assert.Equal(entries[2].Id, (await Area.Link.Ledger(null, 1, South))[0].Id);
    }

    [Fact]
    public async Task Seats_and_meetings_are_found_by_their_person()
    {
        var person = Guid.CreateVersion7();
        var seat = ACopy("seat");
        var meeting = ACopy("meeting");
        await seat.Write(new Note { Member = person });
        await ACopy("seat").Write(new Note { Member = Guid.CreateVersion7() });
        await meeting.Write(new Note { HeldOn = new(2026, 11, 3), Entries = [new() { Marks = [new(person)] }] });
        Assert.Equal([IdOf(meeting)], (await Area.Rows.MeetingsNaming(person)).Select(row => row.Id));
        Assert.Equal([IdOf(seat)], (await Area.Rows.SeatsOf(person)).Select(row => row.Id));
    }

    private static Posted Waiting(DateTimeOffset since, Letter letter) =>
        new(letter.Addressee(AreaUnderTest.Home), since, letter);

    private static SeatLeft ALetter(int number, AreaId to) => new()
    {
        From = new("brighton-and-hove"), To = to, Group = new(Guid.Parse("01990000-0000-7000-8000-0000000000aa")),
        Seat = new(new($"01990000-0000-4000-8000-{number:x12}")),
    };
}
