using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>The inverted index of what changes with the day: who meets at which weekday and time, who on which of the next days, who rests and who has closed.</summary>
/// <param name="today">The day in London.</param>
internal sealed class Days(DateOnly today)
{
    // A day before today, for those who began to leaf through pages then, and a day more than can be asked for.
    private const int Dated = 1 + 60 + 3;

    private readonly int first = today.DayNumber - 1;
    private readonly CardSet?[] slots = new CardSet?[7 * Moment.Day];
    private readonly CardSet[] weekdays = Sets(7), weekdayParts = Sets(7 * DayParts.Count), parts = Sets(DayParts.Count);
    private readonly CardSet?[] dated = new CardSet?[Dated * Moment.Day];
    private readonly CardSet[] days = Sets(Dated), dayParts = Sets(Dated * DayParts.Count);
    private readonly Dictionary<int[], CardSet[]> memo = new(ReferenceEqualityComparer.Instance);

    public DateOnly Today => today;

    /// <summary>Every card that is not closed.</summary>
    public CardSet Live { get; } = new();

    public CardSet Paused { get; } = new();

    public CardSet Weekday(int weekday) => weekdays[weekday];

    public CardSet Part(DayPart part) => parts[(int)part];

    public void Add(Entry entry, int number)
    {
        if (entry.StatusOn(today) == GroupStatus.Closed) return;
        Live.Add(number);
        if (entry.StatusOn(today) == GroupStatus.Paused) Paused.Add(number);
        foreach (var set in SetsOf(entry)) set.Add(number);
    }

    public void Remove(Entry entry, int number)
    {
        Live.Remove(number);
        Paused.Remove(number);
        foreach (var set in SetsOf(entry)) set.Remove(number);
    }

    /// <summary>Those who have a meeting as it is asked for, at any of these weekdays and times, and within so many days where that is asked too.</summary>
    public IEnumerable<CardSet?> Meeting(MeetingAsked asked, Since since)
    {
        if (asked.Within is not { } within) return Enumerable.Range(0, 7).Where(asked.On).SelectMany(day => At(asked, slots, weekdays, weekdayParts, day, 0));
        var start = since.Today.DayNumber;
        return Enumerable.Range(0, within + 1)
            .Where(day => asked.On(Moment.Weekday(start + day)) && start + day - first is >= 0 and < Dated)
            .SelectMany(day => At(asked, dated, days, dayParts, start + day - first, day == 0 ? since.After - start * Moment.Day : 0));
    }

    /// <summary>Each dated moment at which any of those found meets, with all who do, in order, from a moment on. What lies before another one comes by whole days where it can.</summary>
    public IEnumerable<(int Moment, CardSet Cards)> From(int moment, int coarseBefore, Found among)
    {
        for (var day = Math.Max(moment / Moment.Day, first); day < first + Dated; day++)
        {
            if (!among.Meets(days[day - first])) continue;
            var start = day * Moment.Day;
            if (start >= moment && start + Moment.Day <= coarseBefore) yield return (start, days[day - first]);
            else
            {
                for (var at = Math.Max(moment, start); at < start + Moment.Day; at++)
                {
                    if (dated[at - first * Moment.Day] is { } cards && among.Meets(cards)) yield return (at, cards);
                }
            }
        }
    }

    private static IEnumerable<CardSet?> At(MeetingAsked asked, CardSet?[] minutes, CardSet[] whole, CardSet[] byPart, int day, int fromMinute)
    {
        if (fromMinute == 0 && asked is { After: null, Before: null })
        {
            return asked.Parts == 0 ? [whole[day]] : Enumerable.Range(0, DayParts.Count).Where(part => asked.In((DayPart)part)).Select(part => byPart[day * DayParts.Count + part]);
        }
        return Enumerable.Range(fromMinute, Moment.Day - fromMinute).Where(asked.Begins).Select(minute => minutes[day * Moment.Day + minute]).Where(set => set is not null);
    }

    private CardSet[] SetsOf(Entry entry)
    {
        // Cards with dates of their own share with nobody, and are not remembered.
        if (entry.HasOwnMoments) return [.. SetsOf(entry.Moments)];
        if (!memo.TryGetValue(entry.Moments, out var sets)) memo.Add(entry.Moments, sets = [.. SetsOf(entry.Moments)]);
        return sets;
    }

    private HashSet<CardSet> SetsOf(int[] moments)
    {
        var sets = new HashSet<CardSet>();
        foreach (var moment in moments)
        {
            var (day, minute) = (moment / Moment.Day, moment % Moment.Day);
            var (weekday, part) = (Moment.Weekday(day), (int)DayParts.Of(minute));
            if (day > first && day <= first + 1 + Rhythms.Ahead)
            {
                sets.UnionWith([slots[weekday * Moment.Day + minute] ??= new(), weekdays[weekday], weekdayParts[weekday * DayParts.Count + part], parts[part]]);
            }
            if (day >= first && day < first + Dated)
            {
                sets.UnionWith([dated[(day - first) * Moment.Day + minute] ??= new(), days[day - first], dayParts[(day - first) * DayParts.Count + part]]);
            }
        }
        return sets;
    }

    private static CardSet[] Sets(int count) => [.. Enumerable.Range(0, count).Select(_ => new CardSet())];
}

/// <summary>What is asked of one and the same meeting.</summary>
/// <param name="Weekdays">Any of these, by bits from Monday; 0: any.</param>
/// <param name="Parts">Any of these parts of the day, by bits; 0: any.</param>
/// <param name="After">The earliest minute of the day.</param>
/// <param name="Before">The minute of the day before which it begins.</param>
/// <param name="Within">How many days from today.</param>
internal readonly record struct MeetingAsked(int Weekdays, int Parts, int? After, int? Before, int? Within)
{
    public bool Anything => this != default;

    public bool On(int weekday) => Weekdays == 0 || (Weekdays >> weekday & 1) != 0;

    public bool In(DayPart part) => Parts == 0 || (Parts >> (int)part & 1) != 0;

    public bool Begins(int minute) => minute >= (After ?? 0) && minute < (Before ?? Moment.Day) && In(DayParts.Of(minute));
}
