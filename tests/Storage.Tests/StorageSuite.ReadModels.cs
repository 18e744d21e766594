using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
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

        Assert.Equal($"{ids[0]}", JsonSerializer.Deserialize<Note>((await Area.Rows.Group(ids[0]))!.Value.Payload, PeerNetJson.Options)!.Text);
        Assert.Null(await Area.Rows.Group(ids[1]));
    }

    [Fact]
    public async Task Meetings_of_a_group_come_by_day_with_both_ends()
    {
        await Empty();
        var (ours, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var days = Enumerable.Range(0, 4).Select(week => new DateOnly(2026, 11, 30).AddDays(-7 * week)).ToArray();
        foreach (var day in days) await ACopy("meeting").Write(new Note { GroupId = ours, HeldOn = day });
        await ACopy("meeting").Write(new Note { GroupId = other, HeldOn = days[1] });

        var found = await Area.Rows.Meetings(ours, days[2], days[0]);
        Assert.Equal([days[2], days[1], days[0]], found.Select(row => JsonSerializer.Deserialize<Note>(row.Payload, PeerNetJson.Options)!.HeldOn!.Value));
    }

    [Fact]
    public async Task The_summary_counts_groups_members_not_erased_and_logged_meetings()
    {
        await Empty();
        Assert.Equal(new AreaSummary(0, 0, 0), await Area.Rows.Summary());
        await ACopy("group").Write("a");
        await ACopy("member").Write("a");
        await ACopy("member").Write("b");
        await ACopy("member").Write(new Note { ErasedAt = Monday });
        await ACopy("meeting").Write(new Note { Entries = ["logged"] });
        await ACopy("meeting").Write("planned");
        var cleared = ACopy("meeting");
        await cleared.Write(new Note { Entries = ["logged"] });
        await cleared.Clear();

        Assert.Equal(new AreaSummary(1, 2, 1), await Area.Rows.Summary());
    }

    [Fact]
    public async Task An_outbox_shows_while_something_waits_in_it_the_longest_first()
    {
        await Empty();
        var (late, early, empty) = (ACopy("group"), ACopy("member"), ACopy("meeting"));
        await late.Write(Waiting(Monday.AddSeconds(0.5), Monday.AddDays(1)));
        await early.Write(Waiting(Monday));
        await empty.Write(Waiting());

        Assert.Equal(
            [("member", early.Key, Monday), ("group", late.Key, Monday.AddSeconds(0.5))],
            (await Area.Rows.WaitingOutboxes(10)).Select(waiting => (waiting.Kind, waiting.GrainKey, waiting.Since)));
        Assert.Equal("member", Assert.Single(await Area.Rows.WaitingOutboxes(1)).Kind);
        await early.Write(Waiting());
        await late.Clear();
        Assert.Empty(await Area.Rows.WaitingOutboxes(10));
    }

    [Theory]
    [InlineData("SELECT id FROM peernet_group WHERE id > 'a' ORDER BY id LIMIT 10", "peernet_group_by_id")]
    [InlineData("SELECT id FROM peernet_meeting WHERE group_id = 'a' AND held_on BETWEEN 'a' AND 'b' ORDER BY held_on", "peernet_meeting_by_day")]
    [InlineData("SELECT kind FROM peernet_outbox ORDER BY since LIMIT 10", "peernet_outbox_waiting")]
    [InlineData("SELECT count(*) FROM peernet_member WHERE NOT erased", "peernet_member_by_id")]
    [InlineData("SELECT letter FROM peernet_letter WHERE to_area = 'a'", "peernet_letter_waiting")]
    [InlineData("SELECT id FROM peernet_seat WHERE member_id = 'a'", "peernet_seat_by_member")]
    public async Task Each_read_has_its_index(string query, string index)
    {
        var plan = new List<string>();
        await using var connection = await Area.Database.Rows.OpenConnectionAsync(Ended);
        await using var command = connection.CreateCommand();
        command.CommandText = Area.Explain + query;
        await using var reader = await command.ExecuteReaderAsync(Ended);
        while (await reader.ReadAsync(Ended)) plan.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        Assert.Contains(index, string.Join('\n', plan), StringComparison.Ordinal);
    }

    // The tests of a class run one after another, so that each may have the rows for itself.
    private Task<object?> Empty() => AskAny(Area.Database, "DELETE FROM OrleansStorage");

    private static Note Waiting(params DateTimeOffset[] since) => new() { Outbox = [.. since.Select(time => new NoteWaiting(time))] };
}
