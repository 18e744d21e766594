using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Meetings;

/// <summary>Reads what the page for logging a meeting shows; each record decides what the caller may see.</summary>
internal static class LogReading
{
    private const int DaysAhead = 4 * 7;
    private const int MaxUpcoming = 6, MaxLogged = 3;

    /// <summary>The page of a group, on which the lead chooses the meeting.</summary>
    public static async Task<Result<LogModel>> ReadLog(this Home home, GroupId id, Caller by, DateTimeOffset now)
    {
        if ((await home.ReadLed(id, by)).Refused(out var refusal, out var group)) return refusal;
        var today = London.DayOf(now);
        if ((await home.ReadLines(id, today, by)).Refused(out refusal, out var lines)) return refusal;
        var open = lines.Where(line => line is { Logged: false, State: MeetingState.Planned }).ToList();
        var begun = open.Where(line => line.HeldOn <= today).Reverse().ToList();
        var likely = await home.ReadLastPresent(lines, today.AddDays(1), by);
        return new LogModel(id, group.Name, today)
        {
            Open = begun,
            Upcoming = [.. open.Where(line => line.HeldOn > today).Take(MaxUpcoming)],
            Logged = [.. lines.Where(line => line.Logged).Reverse().Take(MaxLogged)],
            People = Sorted(PeopleOf(group, null), group.People, likely),
            Form = LogForm.For(begun.FirstOrDefault(line => London.At(line.HeldOn, line.StartsAt) <= now)
                ?? begun.FirstOrDefault()),
        };
    }

    /// <summary>The page of a meeting, filled in with what is known of it.</summary>
    public static async Task<Result<LogModel>> ReadLog(this Home home, MeetingId id, Caller by, DateTimeOffset now)
    {
        if ((await home.Meeting(id).Get(by)).Refused(out var refusal, out var meeting)) return refusal;
        if ((await home.ReadLed(meeting.GroupId, by)).Refused(out refusal, out var group)) return refusal;
        var here = meeting.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId).ToHashSet();
        if (!meeting.Logged)
        {
            if ((await home.ReadLines(group.Id, meeting.HeldOn, by)).Refused(out refusal, out var lines))
                return refusal;
            here.UnionWith(await home.ReadLastPresent(lines, meeting.HeldOn, by));
        }
        var people = meeting.Roster.Select(line => line.MemberId).Union(PeopleOf(group, id));
        var names = (group.People ?? []).Concat(meeting.People ?? []);
        return new LogModel(group.Id, group.Name, London.DayOf(now))
        {
            Meeting = meeting, People = Sorted(people, names, here), Form = LogForm.Of(meeting),
        };
    }

    private static Task<Result<ImmutableArray<MeetingLine>>> ReadLines(
        this Home home, GroupId group, DateOnly around, Caller by) =>
        home.Grain.ListMeetings(group, around.AddDays(-MeetingFields.DaysBack), around.AddDays(DaysAhead), by);

    private static async Task<HashSet<MemberId>> ReadLastPresent(
        this Home home, ImmutableArray<MeetingLine> lines, DateOnly before, Caller by)
    {
        var last = lines.LastOrDefault(line => line.State == MeetingState.Held && line.HeldOn < before);
        if (last is null || (await home.Meeting(last.Id).Get(by)).Refused(out _, out var meeting)) return [];
        return [.. meeting.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId)];
    }

    // Everyone who belongs, and the guests who may come: those of this meeting, and those of all meetings.
    private static IEnumerable<MemberId> PeopleOf(GroupDetails group, MeetingId? meeting)
    {
        var guests = (group.Seats ?? [])
            .Where(seat => seat.State == SeatState.Seated && (seat.MeetingId is null || seat.MeetingId == meeting));
        return [.. (group.Roster ?? []).Select(one => one.MemberId), .. guests.Select(seat => seat.RosterId)];
    }

    // Those who probably came are first, and names that the caller may not see are last.
    private static List<LogPerson> Sorted(
        IEnumerable<MemberId> people, IEnumerable<NamedPerson>? named, HashSet<MemberId> likely)
    {
        var names = (named ?? []).ToLookup(one => one.MemberId, one => one.Name);
        return [.. people.Distinct()
            .Select(one => new LogPerson(one, names[one].FirstOrDefault(), likely.Contains(one)))
            .OrderByDescending(person => person.IsLikely)
            .ThenBy(person => person.Name is null)
            .ThenBy(person => person.Name, StringComparer.InvariantCultureIgnoreCase)];
    }
}
