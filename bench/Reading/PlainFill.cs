using System.Text.Json;
using PeerNet.Bench.Servers;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Bench.Reading;

/// <summary>Writes the same area in normal form.</summary>
internal static class PlainFill
{
    public static async Task Fill(string database, ReadingArea area)
    {
        using var schema = new StreamReader(typeof(PlainFill).Assembly.GetManifestResourceStream("reading.sql")!);
        await Database.Run(database, await schema.ReadToEndAsync());
        await Database.Fill(
            database, "member", "id, name, name_to_groups",
            area.People.Select(row => row.Record).Select(person => new object?[]
            {
                person.Id.Value, person.Profile!.Name, person.Profile.Consents.NameToGroups,
            }));
        var groups = area.Groups.Select(row => row.Record).ToList();
        await Database.Fill(
            database, "peer_group", "id, name, capacity, founded_on, last_confirmed, place, online_link",
            groups.Select(group => new object?[]
            {
                group.Id.Value, group.Description!.Name, group.Description.Capacity, group.FoundedOn,
                group.LastConfirmed,
                group.Description.Place is { } place ? JsonSerializer.Serialize(place, PeerNetJson.Options) : null,
                group.Description.OnlineLink,
            }));
        await Database.Fill(
            database, "membership", "group_id, member_id, part, since, joined_on",
            groups.SelectMany(group => group.Roster, (group, one) => new object?[]
            {
                group.Id.Value, one.MemberId.Value, (int)one.Part, one.Since.ToUniversalTime(), London.DayOf(one.Since),
            }));
        await Database.Fill(
            database, "meeting", "id, group_id, held_on, starts_at, ends_at, minutes, state, present, newcomers",
            area.Evenings.Select(evening => new object?[]
            {
                evening.Planned.Id.Value, evening.Group.Id.Value, evening.Planned.On, evening.Planned.StartsAt,
                evening.Planned.StartsAt.AddMinutes(evening.Planned.Minutes), evening.Planned.Minutes,
                (int)StateOf(evening.Log), evening.Log?.Present.Length ?? 0, evening.Log?.Unnamed.Newcomers ?? 0,
            }));
        await Database.Run(database, "ANALYZE");
    }

    private static MeetingState StateOf(RecordMeeting? log)
    {
        if (log is null) return MeetingState.Planned;
        return log.DidNotHappen is null ? MeetingState.Held : MeetingState.DidNotHappen;
    }
}
