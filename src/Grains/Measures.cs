using System.Diagnostics.Metrics;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains;

/// <summary>PeerNet's own counters; they carry numbers and words of the house, never ids or anything personal.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("PeerNet");

    /// <summary>Meetings logged, by <c>state</c>: held or didNotHappen.</summary>
    public static readonly Counter<long> MeetingsLogged = Meter.CreateCounter<long>("peernet.meetings.logged", "{meeting}");

    /// <summary>Marks stored, one a person.</summary>
    public static readonly Counter<long> Marks = Meter.CreateCounter<long>("peernet.marks", "{mark}");

    /// <summary>Counts a meeting that has just been logged, and its marks.</summary>
    public static void Logged(MeetingDetails meeting)
    {
        MeetingsLogged.Add(1, new KeyValuePair<string, object?>("state", meeting.State == MeetingState.Held ? "held" : "didNotHappen"));
        Marks.Add(meeting.Roster.Length - meeting.NotRecorded);
    }
}
