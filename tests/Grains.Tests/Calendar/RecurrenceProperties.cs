using System.Collections.Immutable;
using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Tests.Calendar;

/// <summary>Laws that hold for every schedule.</summary>
public class RecurrenceProperties
{
    private const int Runs = 150;

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 1500].Select(days => new DateOnly(2025, 1, 1).AddDays(days));

    private static readonly Gen<SeriesVersion> Version = Gen.Select(
        Day,
        Gen.OneOf(new TimeOnly(19, 0), new(1, 30), new(0, 0), new(23, 59)),
        Gen.OneOf(
            "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
            "FREQ=WEEKLY;COUNT=9", "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=5;BYMONTH=3,10", "FREQ=DAILY;COUNT=200;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=MONTHLY;BYDAY=-1FR,1MO", "FREQ=MONTHLY;BYMONTHDAY=31,-1",
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE;BYSETPOS=1,-1", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=3SA",
            "FREQ=YEARLY;BYDAY=1MO,-1SU", "FREQ=WEEKLY;UNTIL=20270601T180000Z"),
        (from, startsAt, rule) => new SeriesVersion(from, startsAt, 90, rule));

    private static readonly Gen<Schedule> Schedules =
        Gen.Select(Version.Array[1, 4], Day.Array[0, 20], (versions, except) => new Schedule
    {
        Series = [new()
        {
            Id = "any", Versions = [.. versions.DistinctBy(version => version.From).OrderBy(version => version.From)]
        }],
        Except = [.. except],
    });

    [Fact]
    public void Two_ranges_that_meet_give_what_the_whole_range_gives()
    {
        Gen.Select(Schedules, Day, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((schedule, from, some, more) =>
        {
            var middle = from.AddDays(some);
            var to = from.AddDays(some + more);
            Assert.Equal(
                Recurrence.Between(schedule, from, to),
                [
                    .. Recurrence.Between(schedule, from, middle),
                    .. Recurrence.Between(schedule, middle.AddDays(1), to)
                ]);
        }, iter: Runs);
    }

    [Fact]
    public void Meetings_lie_in_the_range_in_order_one_a_day_at_times_that_exist()
    {
        Gen.Select(Schedules, Day, Gen.Int[-5, 400]).Sample((schedule, from, days) =>
        {
            var found = Recurrence.Between(schedule, from, from.AddDays(days)).ToImmutableArray();
            Assert.Equal(found.Select(one => one.On).Distinct().Order(), found.Select(one => one.On));
            Assert.All(found, one =>
            {
                Assert.InRange(one.On, from, from.AddDays(days));
                Assert.True(London.Exists(one.On, one.StartsAt));
                Assert.DoesNotContain(one.On, schedule.Except);
                Assert.Equal(
                    schedule.Series[0].Versions.Last(version => version.From <= one.On).StartsAt, one.StartsAt);
            });
        }, iter: Runs);
    }

    [Fact]
    public void The_next_meeting_is_the_first_whose_instant_is_still_to_come()
    {
        Gen.Select(Schedules, Day, Gen.Int[0, 24 * 60 - 1]).Sample((schedule, day, minutes) =>
        {
            var now = new DateTimeOffset(day, new TimeOnly(0, 0), TimeSpan.Zero).AddMinutes(minutes);
            Assert.Equal(
                Recurrence.Between(schedule, day.AddDays(-1), London.DayOf(now).AddDays(400))
                    .Select(one => London.At(one.On, one.StartsAt))
                    .FirstOrDefault(starts => starts > now),
                Next(schedule, now));
        }, iter: Runs);
    }

    private static DateTimeOffset? Next(Schedule schedule, DateTimeOffset now) =>
        new GroupCalendar(Scenario.TheGroup, schedule, [], [], null).Next(now)?.StartsAt;
}
