using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_group_is_read_by_its_id_and_a_cleared_one_is_gone()
    {
        await Empty();
        Guid[] ids = [.. Enumerable.Range(0, 2).Select(_ => Guid.CreateVersion7())];
        foreach (var id in ids) await ACopy("group", id).Write($"{id}");
        var cleared = await ACopy("group", ids[1]).Read();
        await cleared.Clear();

        Assert.Equal($"{ids[0]}", JsonSerializer.Deserialize<Row<Note>>(
            (await Area.Rows.Group(ids[0]))!.Value.Payload, PeerNetJson.Options)!.Record.Text);
        Assert.Null(await Area.Rows.Group(ids[1]));
    }

    [Fact]
    public async Task Members_are_read_together_by_their_ids_and_those_without_a_record_are_left_out()
    {
        await Empty();
        Guid[] ids = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
        foreach (var id in ids) await ACopy("member", id).Write($"{id}");
        await ACopy("group", ids[0]).Write("a group with the same ID");
        var cleared = await ACopy("member", ids[4]).Read();
        await cleared.Clear();

        Assert.Empty(await Area.Rows.Members([]));
        foreach (var wanted in new[] { ids[..1], ids[..3], [.. ids, Guid.CreateVersion7()] })
            Assert.Equal(
                wanted.Intersect(ids[..4]).Order(), (await Area.Rows.Members(wanted)).Select(row => row.Id).Order());
    }

    [Fact]
    public async Task Meetings_of_a_group_come_by_day_with_both_ends()
    {
        await Empty();
        var ours = Guid.CreateVersion7();
        var other = Guid.CreateVersion7();
        var days = Enumerable.Range(0, 4).Select(week => new DateOnly(2026, 11, 30).AddDays(-7 * week)).ToArray();
        foreach (var day in days) await ACopy("meeting").Write(new Note { GroupId = ours, HeldOn = day });
        await ACopy("meeting").Write(new Note { GroupId = other, HeldOn = days[1] });

        var found = await Area.Rows.Meetings(ours, days[2], days[0]);
        Assert.Equal([days[2], days[1], days[0]], found.Select(
            row => JsonSerializer.Deserialize<Row<Note>>(row.Payload, PeerNetJson.Options)!.Record.HeldOn!.Value));
    }

    [Fact]
    public async Task The_summary_counts_open_groups_members_not_erased_and_meetings_that_were_held()
    {
        await Empty();
        var today = new DateOnly(2026, 11, 23);
        Assert.Equal(new AreaSummary(0, 0, 0), await Area.Rows.Summary(today) with { NeedLead = [] });
        await ACopy("group").Write("only asked about");
        await ACopy("group").Write(new Note { Description = new("Tea") });
        await ACopy("group").Write(new Note { Description = new("Tea"), Closure = new(null, today) });
        await ACopy("group").Write(new Note { Description = new("Tea"), Closure = new(null, today.AddDays(1)) });
        await ACopy("member").Write("a");
        await ACopy("member").Write("b");
        await ACopy("member").Write(new Note { ErasedAt = Monday });
        await ACopy("meeting").Write(new Note { Entries = [new()], IsHeld = true });
        await ACopy("meeting").Write(new Note { Entries = [new()], IsHeld = false });
        await ACopy("meeting").Write("planned");
        var cleared = ACopy("meeting");
        await cleared.Write(new Note { Entries = [new()], IsHeld = true });
        await cleared.Clear();

        Assert.Equal(new AreaSummary(2, 2, 1), await Area.Rows.Summary(today) with { NeedLead = [] });
    }

    [Fact]
    public async Task The_summary_lists_groups_that_have_lost_their_lead_the_longest_without_one_first()
    {
        await Empty();
        var late = ACopy("group");
        var early = ACopy("group");
        await late.Write(new Note { WithoutLeadSince = Monday.AddDays(1) });
        await early.Write(new Note { WithoutLeadSince = Monday });
        await ACopy("group").Write(new Note { WithoutLeadSince = Monday, Closure = new(null, new(2026, 11, 17)) });
        await ACopy("group").Write("led");
        await ACopy("member").Write(new Note { WithoutLeadSince = Monday });
        Assert.Equal(
            [early.Key[^36..], late.Key[^36..]],
            (await Area.Rows.Summary(new(2026, 11, 23))).NeedLead.Select(group => group.ToString()));
    }

    [Fact]
    public async Task A_meeting_is_listed_by_the_day_it_was_held_and_by_the_day_its_series_planned()
    {
        await Empty();
        var group = Guid.CreateVersion7();
        var tuesday = new DateOnly(2026, 11, 24);
        await ACopy("meeting").Write(new Note { GroupId = group, HeldOn = tuesday.AddDays(2), OriginalDay = tuesday });

        Assert.Single(await Area.Rows.Meetings(group, tuesday, tuesday));
        Assert.Empty(await Area.Rows.Meetings(group, tuesday.AddDays(1), tuesday.AddDays(1)));
        Assert.Single(await Area.Rows.Meetings(group, tuesday.AddDays(2), tuesday.AddDays(2)));
    }

    [Fact]
    public async Task Groups_are_found_by_the_tag_of_their_occurrences()
    {
        await Empty();
        Guid[] ids = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
        foreach (var id in ids) await ACopy("group", id).Write(new Note { OccurrenceTag = id == ids[2] ? "bb" : "aa" });

        Assert.Equal(ids[..2].Order(), (await Area.Rows.GroupsTagged("aa")).Order());
        Assert.Empty(await Area.Rows.GroupsTagged("cc"));
    }

    [Fact]
    public async Task Outboxes_with_waiting_messages_are_listed_oldest_first()
    {
        await Empty();
        var late = ACopy("group");
        var early = ACopy("member");
        var empty = ACopy("meeting");
        await late.Write(Waiting(Monday.AddSeconds(0.5), Monday.AddDays(1)));
        await early.Write(Waiting(Monday));
        await empty.Write(Waiting());

        Assert.Equal(
            [("member", early.Key, Monday), ("group", late.Key, Monday.AddSeconds(0.5))],
            (await Area.Rows.WaitingOutboxes(Monday.AddDays(1), 10))
                .Select(waiting => (waiting.Kind, waiting.GrainKey, waiting.Since)));
        Assert.Equal("member", Assert.Single(await Area.Rows.WaitingOutboxes(Monday.AddDays(1), 1)).Kind);
        await early.Write(Waiting());
        await late.Clear();
        Assert.Empty(await Area.Rows.WaitingOutboxes(Monday.AddDays(1), 10));
    }

    [Fact]
    public async Task An_outbox_whose_messages_are_not_due_or_parked_is_left_alone()
    {
        await Empty();
        var due = ACopy("group");
        var later = ACopy("member");
        var parked = ACopy("seat");
        await later.Write(new Note { Outbox = [AMessage(Monday) with { NotBefore = Monday.AddDays(1).AddTicks(1) }] });
        await parked.Write(new Note { Outbox = [AMessage(Monday) with { Parked = "seat.not-found" }] });
        await due.Write(new Note { Outbox = [
            AMessage(Monday) with { NotBefore = Monday.AddDays(2) },
            AMessage(Monday.AddHours(1)) with { NotBefore = Monday.AddDays(1) }
        ] });

        Assert.Equal(
            (due.Key, Monday.AddHours(1)),
            (await Area.Rows.WaitingOutboxes(Monday.AddDays(1), 10)).Select(one => (one.GrainKey, one.Since)).Single());
    }

    [Fact]
    public async Task A_history_has_the_meetings_that_name_a_person_and_loses_those_that_are_cleared()
    {
        await Empty();
        var person = Guid.CreateVersion7();
        var other = Guid.CreateVersion7();
        var roster = ACopy("meeting");
        var visit = ACopy("meeting");
        var later = ACopy("meeting");
        var elsewhere = ACopy("meeting");
        await roster.Write(new Note { HeldOn = new(2026, 11, 3), Entries = [new() { Roster = [other, person] }] });
        await visit.Write(new Note
        {
            HeldOn = new(2026, 11, 2), Entries = [new() { Roster = [other], Marks = [new(person), new(other)] }]
        });
        await elsewhere.Write(
            new Note { HeldOn = new(2026, 11, 1), Entries = [new() { Roster = [other], Marks = [new(other)] }] });
        await later.Write(new Note { HeldOn = new(2026, 11, 1), Entries = [new() { Roster = [other] }] });
        await later.Write(new Note
        {
            HeldOn = new(2026, 11, 4),
            Entries = [new() { Roster = [other] }, new() { Marks = [new(person), new(other), new(person)] }]
        });

        async Task<IEnumerable<Guid>> History() => (await Area.Rows.MeetingsNaming(person)).Select(row => row.Id);
        Assert.Equal([IdOf(visit), IdOf(roster), IdOf(later)], await History());
        await visit.Clear();
        Assert.Equal([IdOf(roster), IdOf(later)], await History());
        await AskAny(
            Area.Database, "DELETE FROM OrleansStorage WHERE GrainIdExtensionString = @key", ("key", roster.Key));
        Assert.Equal([IdOf(later)], await History());
    }

    // The tests of a class run one after another, so that each may have the rows for itself.
    // The day up to which figures are counted only ever moves on, and another test may have been a day ahead.
    private Task<object?> Empty()
    {
        return AskAny(
            Area.Database,
            "UPDATE peernet_growth_day SET counted_on = '0001-01-01'; DELETE FROM OrleansStorage");
    }

    private static Note Waiting(params DateTimeOffset[] since) => new() { Outbox = [.. since.Select(AMessage)] };

    /// <summary>A message to a grain of the same area.</summary>
    private static Posted AMessage(DateTimeOffset since)
    {
        var message = new MembershipChanged(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), null);
        return new(message.Addressee(AreaUnderTest.Home), since, message);
    }
}
