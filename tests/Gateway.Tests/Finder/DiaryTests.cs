using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>The product's calendar against a walk through every day.</summary>
public sealed class DiaryTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void The_calendar_plans_what_a_walk_through_every_day_finds()
    {
        Gen.Select(Random.Card, Gen.Int[-30, 100], Gen.Int[0, 420]).Sample((card, first, days) =>
        {
            var from = Monday.AddDays(first);
            var planned = Calendar(card).Planned(from, from.AddDays(days));
            Assert.Equal(
                new Diary(card).Between(from, from.AddDays(days))
                    .OrderBy(entry => (entry.On, entry.At, entry.Id.Value)),
                planned.Select(one => new Entry(one.Id, one.On, one.StartsAt, one.Minutes, one.Cancelled))
                    .OrderBy(entry => (entry.On, entry.At, entry.Id.Value)));
        }, iter: 400, print: _ => "");
    }

    [Fact]
    public void The_next_meeting_is_the_first_in_the_diary_within_400_days()
    {
        Gen.Select(Random.Card, Gen.OneOf(0, 1, 7, 34, 35, 36, 37, 399, 400, 401), Gen.Int[-720, 720])
            .Sample((card, daysAhead, minutes) =>
            {
                var diary = new Diary(card);
                var some = diary.Between(Monday, Monday.AddDays(600))
                    .FirstOrDefault(entry => entry is { Cancelled: false, Starts: not null })?.Starts;
                var now = (some ?? Shelf.Noon).AddDays(-daysAhead).AddMinutes(minutes);
                var today = Clocks.DayOf(now);
                var expected = diary.Between(today, today.AddDays(400))
                    .FirstOrDefault(entry => !entry.Cancelled && entry.Starts > now);
                var next = Calendar(card).Next(now);
                Assert.Equal((expected?.Starts, expected?.Minutes), (next?.StartsAt, next?.Minutes));
                Assert.Equal(diary.StatusOn(today), Calendar(card).StatusOn(today));
            }, iter: 800, print: _ => "");
    }

    private static GroupCalendar Calendar(Card card) =>
        new(card.Id, card.Schedule, card.OneOffs, card.Pauses, card.ClosesOn);
}
