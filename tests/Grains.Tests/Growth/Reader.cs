using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using static PeerNet.Grains.Tests.Growth.Year;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Counts the figures of a group that met every Tuesday, day by day, from the story alone.</summary>
internal static class Reader
{
    public static Figures Count(Told[] told, DateOnly first, DateOnly last)
    {
        var meetings = new MeetingFigures();
        var people = new PeopleFigures();
        var visits = new Dictionary<int, List<DateOnly>>();
        var came = new HashSet<int>();
        var isActive = false;
        var lastHeld = DateOnly.MinValue;
        var end = last < Today ? last : Today;
        for (var day = Founded; day <= last; day = day.AddDays(1))
        {
            var isIn = day >= first;
            foreach (var one in told.Where(one => one.On == day && one.State == MeetingState.Held))
            {
                if (day <= end) lastHeld = day;
                foreach (var person in one.Present)
                {
                    visits.TryAdd(person, []);
                    visits[person].Add(day);
                    if (!isIn) continue;
                    came.Add(person);
                    if (visits[person].Count == 1) people = people with { Newcomers = people.Newcomers + 1 };
                    if (visits[person].Count == 2) people = people with { CameBack = people.CameBack + 1 };
                }
                if (!isIn) continue;
                isActive = true;
                meetings = meetings with { Planned = meetings.Planned + 1, Held = meetings.Held + 1 };
                people = people with
                {
                    Named = people.Named + one.Present.Length,
                    Unnamed = people.Unnamed + one.Newcomers + one.Visitors,
                    Newcomers = people.Newcomers + one.Newcomers,
                };
            }
            if (!isIn || day.DayOfWeek != DayOfWeek.Tuesday) continue;
            var week = (day.DayNumber - Founded.DayNumber) / 7;
            var state = told.FirstOrDefault(one => one.Week == week)?.State ?? MeetingState.Planned;
            if (state == MeetingState.Held) continue;
            meetings = meetings with { Planned = meetings.Planned + 1 };
            if (state == MeetingState.Cancelled) meetings = meetings with { Cancelled = meetings.Cancelled + 1 };
            if (state == MeetingState.DidNotHappen)
                meetings = meetings with { DidNotHappen = meetings.DidNotHappen + 1 };
            if (state == MeetingState.Planned && day < Today)
                meetings = meetings with { NotLogged = meetings.NotLogged + 1 };
        }
        var isQuiet = end.DayNumber - Founded.DayNumber >= 28 && end.DayNumber - lastHeld.DayNumber >= 28;
        var groups = new GroupFigures(1, first <= Founded ? 1 : 0, isActive ? 1 : 0, 0, 0, isQuiet ? 1 : 0);
        return new(groups, meetings, people with
        {
            Different = came.Count,
            Joined = first <= Founded ? 6 : 0,
            Regulars = visits.Values.Count(IsRegular),
        });

        bool IsRegular(List<DateOnly> days) =>
            days.Count(day => day <= end && end.DayNumber - day.DayNumber < 84) >= 3;
    }
}
