using PeerNet.Calendar;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;

namespace PeerNet.Bench.Reading;

/// <summary>A meeting that a group's series plans, and its log if it has one.</summary>
internal sealed record Evening(Group Group, PlannedMeeting Planned, RecordMeeting? Log)
{
    private const int WeeksAhead = 8;

    /// <summary>
    /// A group's meetings from the first to some weeks ahead; one in twelve of those past is never logged, and one in
    /// thirty did not happen.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="logged">How many are logged: the last ones.</param>
    /// <param name="today">The day before which meetings are over.</param>
    public static IEnumerable<Evening> Of(Group group, int logged, DateOnly today)
    {
        var planned = group.Calendar.Occurrences(group.FoundedOn!.Value, today.AddDays(7 * WeeksAhead)).ToList();
        var past = planned.Where(one => one.On < today).Reverse().ToList();
        var logs = past.Where((_, place) => place % 12 != 3).Take(logged).Select(one => one.Id).ToHashSet();
        return planned.Select(
            (one, place) => new Evening(group, one, logs.Contains(one.Id) ? Say(group, one, place) : null));
    }

    private static RecordMeeting Say(Group group, PlannedMeeting planned, int place)
    {
        var log = new RecordMeeting { GroupId = group.Id, HeldOn = planned.On, StartsAt = planned.StartsAt };
        if (place % 30 == 7) return log with { DidNotHappen = new(NotHeldReason.Venue) };
        var random = new Random(group.Id.Value.GetHashCode() ^ place);
        var marks = group.Standing.RosterOn(planned.On).ToLookup(_ => random.Next(10) switch
        {
            < 6 => Mark.Present,
            < 7 => Mark.Apologies,
            < 9 => Mark.Absent,
            _ => Mark.NotRecorded,
        });
        return log with
        {
            Present = [.. marks[Mark.Present]],
            Apologies = [.. marks[Mark.Apologies]],
            Absent = [.. marks[Mark.Absent]],
            Unnamed = new(Newcomers: random.Next(3)),
            Notes = "We talked about sleep, and about asking for help before it gets bad.",
        };
    }
}
