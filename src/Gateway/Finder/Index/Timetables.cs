using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>When a group meets, apart from dates of its own. Every card that says the same shares one.</summary>
internal sealed record Timetable(
    Schedule? Schedule, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn, MeetingTimes Times);

/// <summary>
/// The timetables in use. Expanding a recurrence rule is the most expensive step of indexing a card, so cards share the
/// result. Not safe for two threads at once.
/// </summary>
internal sealed class Timetables
{
    private static readonly string[] NamesDays = ["BYDAY", "BYMONTHDAY"];
    private static readonly string[] CountsFromItsStart = ["YEARLY", "INTERVAL", "COUNT", "SETPOS"];

    private readonly GenerationalCache<UInt128, Timetable> timetables = new();
    private readonly GenerationalCache<UInt128, MeetingTimes> times = new();

    /// <summary>The timetable with its meetings from the day before that day on; null when no group may have such a
    /// schedule.</summary>
    public Timetable? Find(
        GroupId group, Schedule? schedule, ImmutableArray<Pause> pauses, DateOnly? closesOn, DateOnly today)
    {
        var key = KeyOf(schedule, pauses, closesOn);
        if (timetables.TryGet(key, out var known) && known.Times.Covers(today)) return known;

        var normal = KeyOf(Normalise(schedule, today), pauses, closesOn);
        if (!times.TryGet(normal, out var found) || !found.Covers(today))
        {
            if (schedule is not null && ScheduleRules.Check(schedule) is not null) return null;
            found = MeetingTimes.Of(new GroupCalendar(group, schedule, [], pauses, closesOn), today);
            times.Set(normal, found);
        }
        var timetable = new Timetable(schedule, pauses, closesOn, found);
        timetables.Set(key, timetable);
        return timetable;
    }

    /// <summary>Forgets what nothing asked for since the call before.</summary>
    public void Age()
    {
        timetables.Age();
        times.Age();
    }

    // A rule that names its days gives the same days whenever it began, once it has begun; so most weekly and monthly
    // groups share their meeting times.
    private static Schedule? Normalise(Schedule? schedule, DateOnly today)
    {
        if (schedule is null) return null;
        return schedule with
        {
            Series = [.. schedule.Series.Select((series, place) => Normalise(series, place, today))]
        };
    }

    // What a group calls its series, and what they are about, changes no time.
    private static Series Normalise(Series series, int place, DateOnly today)
    {
        return series with
        {
            Id = $"{place}",
            Topics = [],
            For = [],
            Format = null,
            Versions = [.. series.Versions.Select(version => Normalise(version, today))],
        };
    }

    private static SeriesVersion Normalise(SeriesVersion version, DateOnly today)
    {
        var hasBegun = version.From < today.AddDays(-1);
        var dependsOnStart = !NamesDays.Any(version.Rule.Contains) || CountsFromItsStart.Any(version.Rule.Contains);
        return hasBegun && !dependsOnStart ? version with { From = DateOnly.MinValue } : version;
    }

    // A digest takes less memory than the text.
    private static UInt128 KeyOf(Schedule? schedule, ImmutableArray<Pause> pauses, DateOnly? closesOn)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Content(schedule, pauses, closesOn), PeerNetJson.Options);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    private sealed record Content(Schedule? Schedule, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn);
}
