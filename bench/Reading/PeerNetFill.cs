using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Bench.Load;
using PeerNet.Bench.Servers;
using PeerNet.Contracts;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using PeerNet.Silo.Storage;

namespace PeerNet.Bench.Reading;

/// <summary>Writes an area's rows as the grains would have written them, and has PeerNet count its figures.</summary>
internal static class PeerNetFill
{
    private const string Columns =
        "serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring, payloadbinary, modifiedon, version";

    public static async Task Fill(string database, ReadingArea area, bool recount)
    {
        await using var peernet = AreaDatabase.Open(new()
        {
            Kind = Enum.Parse<DatabaseKind>(Database.KindOf(database), ignoreCase: true),
            ConnectionString = database,
            Create = true,
        });
        await peernet.ApplySchema();
        var people = area.People.Select(row => Stored("member", row.Record.Id.Value, row));
        var groups = area.Groups.Select(row => Stored("group", row.Record.Id.Value, row));
        var meetings = area.Evenings.Where(evening => evening.Log is not null).Select(Logged);
        await Database.Fill(database, "orleansstorage", Columns, people.Concat(groups).Concat(meetings));
        var unreadable = new UnreadableRows(NullLogger<UnreadableRows>.Instance);
        var count = new GrowthCount(peernet, unreadable, TimeProvider.System, NullLogger<GrowthCount>.Instance);
        await count.Begin(area.Today);
        while (await count.Follow(1_000) > 0) { }
        if (!recount) return;
        var wrong = await count.Recount(area.Today);
        if (wrong.Count > 0) throw new InvalidDataException($"{wrong.Count} figures differ from a recount.");
    }

    private static object?[] Logged(Evening evening)
    {
        var lead = new Caller(CallerRole.Member, evening.Group.Standing.Leads[0]);
        var at = Calendar.London.StartOf(evening.Planned.On).AddHours(22);
        var row = ReadingArea.After(
            new Row<Meeting>(),
            meeting => meeting.Record(
                evening.Planned.Id, evening.Log!, evening.Group.StandingFor(evening.Planned.Id, at), lead, at),
            at);
        return Stored("meeting", evening.Planned.Id.Value, row);
    }

    private static object?[] Stored<T>(string kind, Guid id, Row<T> row) where T : class, new()
    {
        if (!row.Outbox.IsEmpty) throw new InvalidDataException($"A message of a {kind} has not arrived.");
        return
        [
            "peernet", kind, 0L, 0L, $"{World.Area}/{kind}/{id}",
            JsonSerializer.SerializeToUtf8Bytes(row, PeerNetJson.Options), DateTimeOffset.UnixEpoch, 1,
        ];
    }
}
