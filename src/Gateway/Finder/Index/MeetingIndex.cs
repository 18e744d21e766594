using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>The inverted index of what changes with the day: which documents meet at a weekday and time, which on one
/// of the next days, which are paused and which are closed.</summary>
/// <param name="today">The day in London.</param>
internal sealed class MeetingIndex(DateOnly today)
{
    // From yesterday, for searches whose first page was yesterday, to a day more than the 60 that a search may name.
    private const int DatedDays = 1 + 60 + 3;

    private readonly int firstDay = today.DayNumber - 1;
    private readonly PostingList?[]?[] byWeekdayMinute = new PostingList?[7][];
    private readonly PostingList[] byWeekday = Lists(7), byWeekdayPart = Lists(7 * DayParts.Count);
    private readonly PostingList[] byPart = Lists(DayParts.Count);
    private readonly PostingList?[]?[] byMinute = new PostingList?[DatedDays][];
    private readonly PostingList[] byDay = Lists(DatedDays), byDayPart = Lists(DatedDays * DayParts.Count);
    private readonly Dictionary<int[], PostingList[]> shared = new(ReferenceEqualityComparer.Instance);

    public DateOnly Today => today;

    /// <summary>Every document that is not closed.</summary>
    public PostingList Open { get; } = new(PostingList.Fast);

    public PostingList Paused { get; } = new();

    public PostingList OnWeekday(int weekday) => byWeekday[weekday];

    public PostingList InPart(PartOfDay part) => byPart[(int)part];

    public LengthIndex Lengths { get; } = new();

    /// <summary>The weekdays and parts of the day of every document that is not closed.</summary>
    public FacetMatrix Facets { get; } = new(7 + DayParts.Count);

    public static int ColumnOf(int weekday) => weekday;

    public static int ColumnOf(PartOfDay part) => 7 + (int)part;

    public void Add(CardDocument document, int id)
    {
        var status = document.StatusOn(today);
        if (status == GroupStatus.Closed) return;
        Open.Add(id);
        if (status == GroupStatus.Paused) Paused.Add(id);
        foreach (var list in ListsOf(document)) list.Add(id);
        Lengths.Add(document, id);
        foreach (var (column, list) in byWeekday.Concat(byPart).Index())
        {
            if (list.Contains(id)) Facets.Add(column, id);
        }
    }

    public void Remove(CardDocument document, int id)
    {
        Open.Remove(id);
        Paused.Remove(id);
        foreach (var list in ListsOf(document)) list.Remove(id);
        Lengths.Remove(document, id);
        Facets.Remove(id);
    }

    /// <summary>The lists whose union has a meeting that fits the filter, whatever its length.</summary>
    public IEnumerable<PostingList?> Matching(MeetingFilter filter, SearchTime time)
    {
        if (filter.WithinDays is not { } within)
        {
            return Enumerable.Range(0, 7).Where(filter.FitsWeekday)
                .SelectMany(day => Matching(filter, byWeekdayMinute, byWeekday, byWeekdayPart, day, fromMinute: 0));
        }
        var today = time.Today.DayNumber;
        var firstMinute = time.FirstMinute - today * LocalMinute.PerDay;
        return Enumerable.Range(today, within + 1)
            .Where(day => filter.FitsWeekday(LocalMinute.WeekdayOf(day)) && day - firstDay is >= 0 and < DatedDays)
            .SelectMany(day => Matching(
                filter, byMinute, byDay, byDayPart, day - firstDay, fromMinute: day == today ? firstMinute : 0));
    }

    /// <summary>In order, each minute from a first one on at which any of some documents meet, with all that do. Before
    /// another minute it gives whole days where it can.</summary>
    public IEnumerable<(int Minute, PostingList Documents)> InOrder(
        int firstMinute, int wholeDaysBefore, DocumentSet among)
    {
        for (var day = Math.Max(firstMinute / LocalMinute.PerDay, firstDay); day < firstDay + DatedDays; day++)
        {
            var ofDay = byDay[day - firstDay];
            if (!among.Intersects(ofDay)) continue;
            var start = day * LocalMinute.PerDay;
            var end = start + LocalMinute.PerDay;
            if (start >= firstMinute && end <= wholeDaysBefore)
            {
                yield return (start, ofDay);
                continue;
            }
            for (var minute = Math.Max(firstMinute, start); minute < end; minute++)
            {
                if (byMinute[day - firstDay]?[minute - start] is not { } documents) continue;
                if (among.Intersects(documents)) yield return (minute, documents);
            }
        }
    }

    private static IEnumerable<PostingList?> Matching(
        MeetingFilter filter,
        PostingList?[]?[] minutes,
        PostingList[] days,
        PostingList[] dayParts,
        int day,
        int fromMinute)
    {
        if (fromMinute > 0 || filter is not { NotBefore: null, Before: null })
        {
            return Enumerable.Range(fromMinute, LocalMinute.PerDay - fromMinute).Where(filter.FitsMinute)
                .Select(minute => minutes[day]?[minute]).Where(list => list is not null);
        }
        if (filter.Parts == 0) return [days[day]];
        return Enumerable.Range(0, DayParts.Count).Where(part => filter.FitsPart((PartOfDay)part))
            .Select(part => dayParts[day * DayParts.Count + part]);
    }

    private PostingList[] ListsOf(CardDocument document)
    {
        // Minutes of a card with dates of its own serve for no other card.
        if (!document.SharesMinutes) return ListsOf(document.Minutes);
        if (shared.TryGetValue(document.Minutes, out var known)) return known;
        return shared[document.Minutes] = ListsOf(document.Minutes);
    }

    private PostingList[] ListsOf(int[] minutes)
    {
        var lists = new HashSet<PostingList>();
        foreach (var at in minutes)
        {
            var day = at / LocalMinute.PerDay;
            var minute = at % LocalMinute.PerDay;
            var weekday = LocalMinute.WeekdayOf(day);
            var part = (int)DayParts.Of(minute);
            if (day > firstDay && day <= firstDay + 1 + MeetingTimes.HorizonDays)
            {
                lists.Add(At(ref byWeekdayMinute[weekday], minute));
                lists.UnionWith([byWeekday[weekday], byWeekdayPart[weekday * DayParts.Count + part], byPart[part]]);
            }
            if (day < firstDay || day >= firstDay + DatedDays) continue;
            lists.Add(At(ref byMinute[day - firstDay], minute));
            lists.UnionWith([byDay[day - firstDay], byDayPart[(day - firstDay) * DayParts.Count + part]]);
        }
        return [.. lists];
    }

    // A day has minutes of its own once somebody meets on it: those of all days are large, and soon forgotten.
    private static PostingList At(ref PostingList?[]? minutes, int minute) =>
        (minutes ??= new PostingList?[LocalMinute.PerDay])[minute] ??= new();

    private static PostingList[] Lists(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new PostingList(PostingList.Fast))];
}
