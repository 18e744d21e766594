using System.Diagnostics.Metrics;
using PeerNet.Grains.Meetings;

namespace PeerNet.Grains;

/// <summary>PeerNet's own counters; their labels are fixed words, never ids or anything personal.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("PeerNet");

    /// <summary>Meetings logged, by <c>state</c>: held or didNotHappen.</summary>
    private static readonly Counter<long> MeetingsLogged =
        Meter.CreateCounter<long>("peernet.meetings.logged", "{meeting}");

    /// <summary>Marks stored, one for each person.</summary>
    private static readonly Counter<long> Marks = Meter.CreateCounter<long>("peernet.marks", "{mark}");

    /// <summary>Damaged rows that were skipped, by <c>kind</c>: group, member, meeting and so on.</summary>
    public static readonly Counter<long> UnreadableRows =
        Meter.CreateCounter<long>("peernet.rows.unreadable", "{row}");

    /// <summary>Counts the entries that a change added to a meeting.</summary>
    public static void Count(Meeting before, Meeting after)
    {
        var entries = after.Entries[before.Entries.Length..];
        foreach (var log in entries.Where(entry => entry.Kind == EntryKind.Record))
        {
            MeetingsLogged.Add(
                1, new KeyValuePair<string, object?>("state", log.DidNotHappen is null ? "held" : "didNotHappen"));
        }
        var marks = entries.Sum(entry => entry.Marks.Length);
        if (marks > 0) Marks.Add(marks);
    }
}
