using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>
/// The evenings of a group that may be logged. Every log claims its evening here first, so an evening that is not here,
/// of a day whose meetings were read, is free. One that is here may be free again, and its day is read once more.
/// </summary>
internal sealed class LoggedEvenings
{
    // By then a log is either stored, and found there, or it failed.
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(15);

    private readonly Dictionary<DateOnly, HashSet<LoggedEvening>> days = [];

    private readonly Dictionary<MeetingId, (LoggedEvening Evening, DateTimeOffset Since)> writing = [];

    /// <summary>Whether the answer to that claim is known without reading the day's meetings.</summary>
    public bool IsKnown(LoggedEvening evening, DateTimeOffset now)
    {
        foreach (var (meeting, claim) in writing)
            if (claim.Since < now - WriteTimeout) writing.Remove(meeting);
        if (!days.TryGetValue(evening.HeldOn, out var day)) return false;
        return Others(day, evening).All(IsBeingWritten);
    }

    /// <summary>Replaces what is known of a day by the logs stored for it.</summary>
    public void Read(DateOnly day, IEnumerable<LoggedEvening> stored) =>
        days[day] = [.. stored, .. writing.Values.Select(claim => claim.Evening).Where(one => one.HeldOn == day)];

    /// <summary>
    /// Claims an evening for a meeting, whose earlier claim ends. Returns the meeting that has it, if another has.
    /// </summary>
    public MeetingId? Claim(LoggedEvening evening, DateTimeOffset now)
    {
        var day = days[evening.HeldOn];
        if (Others(day, evening).FirstOrDefault() is { } other) return other.Meeting;
        day.Add(evening);
        writing[evening.Meeting] = (evening, now);
        return null;
    }

    private static IEnumerable<LoggedEvening> Others(HashSet<LoggedEvening> day, LoggedEvening evening) =>
        day.Where(one => one.Meeting != evening.Meeting && one.IsSameAs(evening));

    private bool IsBeingWritten(LoggedEvening evening) =>
        writing.TryGetValue(evening.Meeting, out var claim) && claim.Evening == evening;
}
